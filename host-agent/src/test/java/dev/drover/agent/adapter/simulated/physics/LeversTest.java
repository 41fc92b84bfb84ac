package dev.drover.agent.adapter.simulated.physics;

import static dev.drover.agent.adapter.simulated.physics.PreCopy.HANDOVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeversTest {
    private static final Bytes GIB = Bytes.gibibytes(1);
    private static final BitsPerSecond RATE = BitsPerSecond.mebibytesPerSecond(64);
    private static final Duration LONG = Duration.ofHours(1);
    /** Its hot set of 256 MiB takes 4 s, in which nearly all of it is dirtied again. */
    private static final Workload RESTLESS = new Workload(Bytes.mebibytes(256), BitsPerSecond.mebibytesPerSecond(400));

    @Test
    void a_larger_downtime_ends_what_goes_round() {
        PreCopy round = PreCopy.of(GIB, RESTLESS, Conduct.USUAL).advance(LONG, RATE);
        assertThat(round.done()).isFalse();
        PreCopy end = round.within(Duration.ofSeconds(4)).advance(LONG, RATE);
        assertThat(end.phase())
                .isInstanceOfSatisfying(
                        Phase.Done.class,
                        done -> assertThat(done.blackout())
                                .isBetween(
                                        Duration.ofSeconds(3),
                                        Duration.ofSeconds(4).plus(HANDOVER)));
    }

    @Test
    void a_guest_that_is_denied_time_converges() {
        PreCopy end = PreCopy.of(GIB, RESTLESS, new Conduct(Conduct.USUAL.downtimeLimit(), true, 1))
                .advance(LONG, RATE);
        assertThat(end.done()).isTrue();
        assertThat(end.throttlePercent()).isBetween(90, 99);
    }

    @Test
    void a_guest_that_writes_little_is_denied_nothing() {
        Workload small = new Workload(Bytes.mebibytes(16), BitsPerSecond.mebibytesPerSecond(8));
        PreCopy end = PreCopy.of(GIB, small, new Conduct(Conduct.USUAL.downtimeLimit(), true, 1))
                .advance(LONG, RATE);
        assertThat(end.throttlePercent()).isZero();
    }

    @Test
    void what_compression_leaves_is_all_that_is_sent_and_all_the_time_it_takes() {
        PreCopy end = PreCopy.of(GIB, Workload.IDLE, new Conduct(Conduct.USUAL.downtimeLimit(), false, 0.25))
                .advance(LONG, RATE);
        assertThat(end.sent()).isEqualTo(Bytes.mebibytes(256));
        assertThat(end.elapsed()).isEqualTo(Duration.ofSeconds(4).plus(HANDOVER));
    }

    @Test
    void in_post_copy_the_guest_stands_still_for_the_handover_alone_and_the_rest_follows() {
        PreCopy half = PreCopy.of(GIB, Workload.IDLE, Conduct.USUAL).advance(Duration.ofSeconds(8), RATE);
        PreCopy switched = half.inPostCopy();
        assertThat(switched.phase().guestRunsHere()).isFalse();
        assertThat(switched.phase().guestRunsThere()).isFalse();

        PreCopy there = switched.advance(HANDOVER, RATE);
        assertThat(there.phase()).isEqualTo(new Phase.Following(HANDOVER));
        assertThat(there.remaining()).isEqualTo(Bytes.mebibytes(512));
        PreCopy end = there.advance(LONG, RATE);
        assertThat(end.phase()).isEqualTo(new Phase.Done(HANDOVER));
        assertThat(end.elapsed()).isEqualTo(Duration.ofSeconds(16).plus(HANDOVER));
    }

    @Test
    void what_was_dirtied_since_the_pass_began_follows_too_and_never_more_than_all() {
        PreCopy half = PreCopy.of(GIB, RESTLESS, Conduct.USUAL).advance(Duration.ofSeconds(8), RATE);
        Bytes dirtied = RESTLESS.dirtiedOver(Duration.ofSeconds(8));
        assertThat(half.inPostCopy().remaining()).isEqualTo(half.remaining().plus(dirtied));
        PreCopy early = PreCopy.of(GIB, RESTLESS, Conduct.USUAL).advance(Duration.ofMillis(100), RATE);
        assertThat(early.inPostCopy().remaining()).isEqualTo(GIB);
    }

    @Test
    void a_guest_that_has_gone_is_switched_no_more() {
        PreCopy end = PreCopy.of(GIB, Workload.IDLE, Conduct.USUAL).advance(LONG, RATE);
        assertThat(end.inPostCopy()).isEqualTo(end);
        PreCopy following =
                PreCopy.of(GIB, Workload.IDLE, Conduct.USUAL).inPostCopy().advance(HANDOVER, RATE);
        assertThat(following.inPostCopy()).isEqualTo(following);
    }
}
