package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.applied;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Fleet.NIC;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.event.TopologyChanged;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.RackId;
import dev.drover.schema.intent.ChangePolicy;
import dev.drover.schema.intent.ChangeTopology;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.topology.Rack;
import dev.drover.schema.topology.Topology;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UplinkTest {
    @Test
    void between_racks_the_narrower_uplink_limits_the_rate() {
        ZoneScenario zone = twoRacks(mebibytes(100), mebibytes(50));
        assertThat(zone.granted(vm(1))).isEqualTo(mebibytes(20));
        assertThat(zone.granted(vm(2))).isEqualTo(mebibytes(20));
    }

    @Test
    void within_a_rack_the_uplink_limits_nothing() {
        ZoneScenario zone = drain(zone().given(new TopologyChanged(
                new Topology(List.of(rack("r1", mebibytes(100), mebibytes(50), "h1", "h2", "h3", "h4"))))));
        assertThat(zone.granted(vm(1))).isEqualTo(mebibytes(400));
    }

    @Test
    void a_host_that_stands_in_no_rack_crosses_only_the_uplink_of_the_other_end() {
        ZoneScenario zone =
                drain(zone().given(new TopologyChanged(new Topology(List.of(rack("r2", NIC, mebibytes(100), "h2"))))));
        assertThat(zone.granted(vm(1))).isEqualTo(mebibytes(40));
        assertThat(zone.granted(vm(2))).isEqualTo(mebibytes(40));
    }

    @Test
    void what_migrations_of_different_hosts_are_charged_never_exceeds_their_common_uplink() {
        ZoneScenario zone = twoRacks(mebibytes(100), mebibytes(1_000));
        assertThat(zone.granted(vm(1))).isEqualTo(mebibytes(40));
        assertThat(zone.granted(vm(2))).isEqualTo(mebibytes(40));
        zone.when(started(vm(1))).when(started(vm(2))).when(left(vm(1))).when(settle());
        assertThat(zone.granted(vm(2))).isEqualTo(mebibytes(80));
    }

    @Test
    void no_more_start_than_the_uplink_has_smallest_rates_for() {
        ZoneScenario zone = twoRacks(mebibytes(2), mebibytes(1_000));
        assertThat(Stream.of(vm(1), vm(2)).map(zone::moving).map(one -> one.phase()))
                .containsExactly(MigrationPhase.DISPATCHED, MigrationPhase.QUEUED);
        assertThat(zone.granted(vm(1))).isEqualTo(mebibytes(1));
    }

    @Test
    void an_uplink_that_is_described_anew_slows_down_what_runs() {
        ZoneScenario zone = twoRacks(mebibytes(1_000), mebibytes(1_000));
        zone.when(started(vm(1)))
                .when(started(vm(2)))
                .when(asked(new ChangeTopology(new IntentId("narrower"), racks(mebibytes(100), mebibytes(1_000)))))
                .when(settle());
        assertThat(zone.granted(vm(1))).isEqualTo(mebibytes(40));
        zone.when(applied(vm(1))).when(applied(vm(2))).when(settle()).thenNothing();
        assertThat(zone.state().leases().charged(zone.moving(vm(1)).id())).isEqualTo(mebibytes(40));
    }

    @Test
    void a_smaller_share_of_the_links_slows_down_what_runs() {
        ZoneScenario zone = drain(zone()).when(started(vm(1))).when(started(vm(2)));
        zone.when(asked(new ChangePolicy(
                        new IntentId("less"), ZonePolicy.standard().withLinkShare(40))))
                .when(settle());
        assertThat(zone.granted(vm(1))).isEqualTo(mebibytes(200));
    }

    @Test
    void an_uplink_that_carries_nothing_is_named_to_those_who_wait_for_it() {
        ZoneScenario zone = twoRacks(new BitsPerSecond(1_000_000), NIC);
        assertThat(zone.state().migrations().active()).isEmpty();
        assertThat(zone.lastEvents()).contains(blocked("drain-1", 1), blocked("drain-3", 2));
    }

    @Test
    void a_host_behind_such_an_uplink_is_no_place_while_there_is_another() {
        ZoneScenario zone = zone().given(
                        new TopologyChanged(new Topology(List.of(
                                rack("r1", new BitsPerSecond(1_000_000), NIC, "h1", "h3"),
                                rack("r2", NIC, NIC, "h2")))),
                        known(host("h1", 64, running(1, 4))),
                        known(host("h2", 64)),
                        known(host("h3", 64)))
                .when(asked(evacuate("drain-1", "h1")))
                .when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(Fleet.id("h3"));
    }

    @Test
    void what_waits_for_an_uplink_that_now_carries_nothing_is_taken_back_and_told_why() {
        ZoneScenario zone = twoRacks(mebibytes(2), mebibytes(1_000));
        assertThat(zone.moving(vm(2)).phase()).isEqualTo(MigrationPhase.QUEUED);
        zone.when(asked(new ChangeTopology(new IntentId("cut"), racks(new BitsPerSecond(1_000_000), NIC))))
                .when(settle());
        assertThat(zone.state().migrations().of(vm(2))).isEmpty();
        assertThat(zone.when(settle()).lastEvents()).contains(blocked("drain-3", 2));
    }

    private static VmBlocked blocked(String intent, int vm) {
        return new VmBlocked(
                new IntentId(intent),
                vm(vm),
                "vm-" + vm
                        + " reaches no host that has room for it: the uplink of rack r1 is too slow to migrate over");
    }

    private static ZoneScenario twoRacks(BitsPerSecond out, BitsPerSecond in) {
        return drain(zone().given(new TopologyChanged(racks(out, in))));
    }

    /** Two vms leave two hosts, each for the same third one. */
    private static ZoneScenario drain(ZoneScenario zone) {
        return zone.given(
                        known(host("h1", 64, running(1, 4))),
                        known(host("h2", 64)),
                        known(host("h3", 64, running(2, 4))))
                .when(asked(evacuate("drain-1", "h1")))
                .when(asked(evacuate("drain-3", "h3")))
                .when(settle());
    }

    private static Topology racks(BitsPerSecond out, BitsPerSecond in) {
        return new Topology(List.of(rack("r1", out, NIC, "h1", "h3"), rack("r2", NIC, in, "h2")));
    }

    private static Rack rack(String name, BitsPerSecond tx, BitsPerSecond rx, String... hosts) {
        List<HostId> ids = Stream.of(hosts).map(Fleet::id).toList();
        return new Rack(new RackId(name), ids, tx, rx);
    }

    private static BitsPerSecond mebibytes(long count) {
        return BitsPerSecond.mebibytesPerSecond(count);
    }
}
