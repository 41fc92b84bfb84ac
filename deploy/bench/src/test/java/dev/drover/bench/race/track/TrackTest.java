package dev.drover.bench.race.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.drover.bench.race.Scenes;
import dev.drover.bench.race.scene.Noise;
import dev.drover.bench.race.scene.RaceBound;
import dev.drover.bench.race.scene.Scene;
import dev.drover.scheduler.domain.plan.problem.Workload;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.unit.BitsPerSecond;
import org.junit.jupiter.api.Test;

class TrackTest {
    private static final double HANDOVER = 0.08;
    private static final double CLOSE = 0.01;

    /** Starts all that waits, each at the same limit. */
    private record AllAt(Scene scene, BitsPerSecond limit) implements Rule {
        @Override
        public String name() {
            return "all";
        }

        @Override
        public int[] order() {
            return scene.eachMove().toArray();
        }

        @Override
        public void act(Track track) {
            track.waiting().boxed().toList().forEach(move -> track.start(move, limit));
        }
    }

    @Test
    void a_move_takes_as_long_as_its_limit_says() {
        Result result = run(Scenes.star(2, 1000).vms(1, Scenes.IDLE, 0, 1), 500);
        assertThat(result.seconds()).isEqualTo(16 + HANDOVER, within(CLOSE));
        assertThat(result.bytesSent()).isEqualTo(1e9);
        assertThat(result.blackoutMillis(50)).isEqualTo(80, within(CLOSE));
        assertThat(result.bottleneckMean()).isEqualTo(0.5, within(CLOSE));
        assertThat(result.bottleneckPeak()).isEqualTo(0.5, within(CLOSE));
        assertThat(result.overruns()).isZero();
    }

    @Test
    void streams_that_want_too_much_share_the_link_and_are_counted() {
        Result result = run(Scenes.star(3, 1000).vms(1, Scenes.IDLE, 0, 2).vms(1, Scenes.IDLE, 1, 2), 1000);
        assertThat(result.seconds()).isEqualTo(16 + HANDOVER, within(CLOSE));
        assertThat(result.overruns()).isOne();
        assertThat(result.bottleneckPeak()).isEqualTo(1, within(CLOSE));
    }

    @Test
    void what_is_dirtied_is_sent_again_and_the_rest_of_it_at_line_rate_while_the_guest_stands_still() {
        Workload busy = new Workload(1000, 10, 1, 0);
        Result result = run(Scenes.star(2, 1000).vms(1, busy, 0, 1), 500);
        assertThat(result.bytesSent()).isEqualTo(1.01e9, within(1e5));
        assertThat(result.blackoutMillis(100)).isEqualTo(80 + 80, within(CLOSE));
    }

    @Test
    void an_attempt_that_fails_is_made_again_after_a_while_and_what_it_sent_counts() {
        Scenes failing = Scenes.star(2, 1000).vms(1, Scenes.IDLE, 0, 1).noise(new Noise(0, 1, 1, 5_000, 300, true));
        Result result = run(failing, 1000);
        double failed = failing.scene(1).truth(0).failures().getFirst().value();
        assertThat(result.aborted()).isOne();
        assertThat(result.bytesSent()).isEqualTo(1e9 + failed, within(10.0));
        assertThat(result.seconds()).isEqualTo(8 + HANDOVER + 5 + failed * 8 / 1e9, within(CLOSE));
    }

    @Test
    void who_finds_no_room_waits_until_somebody_has_left() {
        Scenes exchange = Scenes.star(3, 1000).room(1).vms(1, Scenes.IDLE, 0, 1).vms(1, Scenes.IDLE, 1, 2);
        assertThat(run(exchange, 1000).seconds()).isEqualTo(2 * (8 + HANDOVER), within(CLOSE));
    }

    @Test
    void where_nobody_can_ever_leave_it_says_who_waits() {
        Scenes swap = Scenes.star(2, 1000).room(1).vms(1, Scenes.IDLE, 0, 1).vms(1, Scenes.IDLE, 1, 0);
        assertThatThrownBy(() -> run(swap, 1000))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("vms wait for room under the rule all")
                .hasMessageContaining("give v0 a destination with more room");
    }

    @Test
    void a_guest_that_never_gets_done_is_no_race() {
        Scenes endless = Scenes.star(2, 1000)
                .vms(1, new Workload(50_000, 50_000, 10, 0), 0, 1)
                .noise(new Noise(0, 0, 0, 0, 300, false));
        assertThatThrownBy(() -> run(endless, 1000))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("auto_converge is false");
    }

    private static Result run(Scenes scenes, long limitMbps) {
        Scene scene = scenes.scene(1);
        return Track.run(scene, RaceBound.of(scene), new AllAt(scene, BitsPerSecond.megabits(limitMbps)));
    }
}
