package dev.drover.bench.race.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.drover.bench.race.Scenes;
import dev.drover.bench.race.scene.RaceBound;
import dev.drover.bench.race.scene.Scene;
import dev.drover.bench.race.track.Result;
import dev.drover.bench.race.track.Rule;
import dev.drover.bench.race.track.Track;
import dev.drover.scheduler.domain.plan.problem.Workload;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final double CLOSE = 0.05;

    /** Remembers how many moves were under way at most. */
    private static final class Watched implements Rule {
        private final Rule rule;
        private final int hosts;
        private int running;
        private int out;
        private int in;
        private int both;

        Watched(Rule rule, int hosts) {
            this.rule = rule;
            this.hosts = hosts;
        }

        @Override
        public String name() {
            return rule.name();
        }

        @Override
        public int[] order() {
            return rule.order();
        }

        @Override
        public void act(Track track) {
            rule.act(track);
            running = Math.max(running, track.running());
            IntStream.range(0, hosts).forEach(host -> {
                out = Math.max(out, track.out(host));
                in = Math.max(in, track.in(host));
                both = Math.max(both, track.out(host) + track.in(host));
            });
        }

        @Override
        public boolean mayStop(int move) {
            return rule.mayStop(move);
        }

        @Override
        public void stopped(int move) {
            rule.stopped(move);
        }

        @Override
        public void sent(int move) {
            rule.sent(move);
        }
    }

    @Test
    void kubevirt_moves_five_at_once_and_two_out_of_a_node() {
        Scene scene = ringOf(6, 10_000);
        Watched rule = watched(scene, new KubevirtRule(scene));
        assertThat(rule.running).isEqualTo(5);
        assertThat(rule.out).isEqualTo(2);
    }

    @Test
    void nova_moves_one_out_of_a_host() {
        Scene scene = ringOf(6, 10_000);
        Watched rule = watched(scene, new NovaRule(scene));
        assertThat(rule.running).isEqualTo(6);
        assertThat(rule.out).isOne();
    }

    @Test
    void ovirt_moves_two_out_of_a_host_and_two_into_one() {
        Scene scene = ringOf(6, 10_000);
        Watched rule = watched(scene, new OvirtRule(scene));
        assertThat(rule.running).isEqualTo(12);
        assertThat(rule.out).isEqualTo(2);
        assertThat(rule.in).isEqualTo(2);
    }

    @Test
    void ovirt_gives_nobody_more_than_half_of_the_card() {
        Scene scene = Scenes.star(2, 1000).vms(1, Scenes.IDLE, 0, 1).scene(1);
        assertThat(result(scene, new OvirtRule(scene)).seconds()).isEqualTo(16.08, within(CLOSE));
        assertThat(result(scene, new NovaRule(scene)).seconds()).isEqualTo(8.08, within(CLOSE));
    }

    @Test
    void vmware_has_eight_places_on_a_fast_card_and_four_on_a_slow_one_at_both_ends() {
        Scene fast = ringOf(6, 10_000);
        assertThat(watched(fast, new VmwareRule(fast)).both).isEqualTo(8);
        Scene slow = ringOf(6, 1000);
        assertThat(watched(slow, new VmwareRule(slow)).both).isEqualTo(4);
    }

    @Test
    void one_after_the_other_is_one_at_a_time() {
        Scene scene = ringOf(3, 10_000);
        assertThat(watched(scene, new SequentialRule(scene)).running).isOne();
    }

    @Test
    void all_at_once_is_all_at_once() {
        Scene scene = ringOf(3, 10_000);
        assertThat(watched(scene, new UnlimitedRule(scene)).running).isEqualTo(scene.moves());
    }

    @Test
    void drover_copies_few_at_once_and_wants_no_more_of_a_link_than_it_has() {
        Scene scene = ringOf(6, 1000);
        Watched rule = new Watched(new DroverRule(scene, scene.eachMove().toArray()), 6);
        Result result = result(scene, rule);
        assertThat(rule.out).as("one sends, one is being handed over").isEqualTo(2);
        assertThat(result.overruns()).isZero();
        assertThat(result.seconds()).isEqualTo(RaceBound.of(scene).seconds(), within(1.0));
    }

    @Test
    void drover_lets_a_guest_that_writes_fast_have_its_link_for_itself() {
        Workload busy = new Workload(1000, 500, 5, 0);
        Scene scene = Scenes.star(3, 1000).vms(1, busy, 0, 2).vms(1, busy, 1, 2).scene(1);
        Result drover = result(scene, new DroverRule(scene, new int[] {0, 1}));
        Result unlimited = result(scene, new UnlimitedRule(scene));
        assertThat(drover.bytesSent()).isLessThan(unlimited.bytesSent());
        assertThat(drover.seconds()).isLessThan(unlimited.seconds());
    }

    @Test
    void drover_stops_guests_one_after_the_other_where_their_line_rates_do_not_fit_together() {
        Workload busy = new Workload(1000, 30, 1, 0);
        Scene scene = Scenes.star(9, 1000)
                .vms(4, busy, 0, 1)
                .vms(4, busy, 2, 3)
                .vms(8, busy, 0, 3)
                .scene(1);
        Result result = result(scene, new DroverRule(scene, scene.eachMove().toArray()));
        assertThat(result.overruns()).isZero();
        assertThat(result.blackoutMillis(100)).isLessThanOrEqualTo(380.1);
    }

    /** From each host twelve guests to the next. */
    private static Scene ringOf(int hosts, long nicMbps) {
        Scenes scenes = Scenes.star(hosts, nicMbps);
        for (int host = 0; host < hosts; host++) {
            scenes.vms(12, Scenes.IDLE, host, (host + 1) % hosts);
        }
        return scenes.scene(1);
    }

    private static Watched watched(Scene scene, Rule rule) {
        Watched watched = new Watched(rule, scene.problem().hosts().size());
        result(scene, watched);
        return watched;
    }

    private static Result result(Scene scene, Rule rule) {
        return Track.run(scene, RaceBound.of(scene), rule);
    }
}
