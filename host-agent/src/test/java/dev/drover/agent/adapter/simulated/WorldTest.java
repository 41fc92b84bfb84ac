package dev.drover.agent.adapter.simulated;

import static dev.drover.agent.adapter.simulated.physics.PreCopy.HANDOVER;
import static dev.drover.schema.inventory.VmState.INCOMING;
import static dev.drover.schema.inventory.VmState.MIGRATED_AWAY;
import static dev.drover.schema.inventory.VmState.PAUSED;
import static dev.drover.schema.inventory.VmState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.JobProgress;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final HostId H1 = new HostId("h1");
    private static final HostId H2 = new HostId("h2");
    private static final HostId H3 = new HostId("h3");
    private static final VmId A = vm(1);
    private static final VmId B = vm(2);
    private static final BitsPerSecond NIC = BitsPerSecond.mebibytesPerSecond(100);
    private static final Duration KEEPALIVE = Duration.ofSeconds(30);

    private final World world = new World(List.of(host(H1, 10), host(H2, 2), host(H3, 10)), KEEPALIVE);

    @Test
    void a_migration_alone_gets_the_whole_network_card() {
        world.boot(H1, idle(A));
        start(A, H1, H3, NIC);
        world.advance(Duration.ofHours(1));
        TransferFigures figures = figures(A);
        assertThat(figures.duration()).isEqualTo(Duration.ofMillis(10_240).plus(HANDOVER));
        assertThat(figures.transferred()).isEqualTo(Bytes.gibibytes(1));
        assertThat(figures.blackout()).contains(HANDOVER);
    }

    @Test
    void two_migrations_share_the_sender_and_the_one_that_is_left_gets_all_of_it() {
        world.boot(H1, idle(A));
        world.boot(H1, new SimulatedGuest(B, new VmName("b"), Bytes.mebibytes(512), Bytes.ZERO, BitsPerSecond.ZERO));
        start(A, H1, H3, NIC);
        start(B, H1, H2, NIC);
        world.advance(Duration.ofSeconds(4));
        assertThat(world.progress(H1, A)).map(JobProgress::rate).contains(BitsPerSecond.mebibytesPerSecond(50));

        world.advance(Duration.ofHours(1));
        assertThat(figures(B).duration()).isEqualTo(Duration.ofMillis(10_240).plus(HANDOVER));
        // 10.24 s at half speed and what follows until the other is gone, then full speed.
        assertThat(figures(A).duration())
                .isBetween(
                        Duration.ofMillis(15_360).plus(HANDOVER),
                        Duration.ofMillis(15_500).plus(HANDOVER));
    }

    @Test
    void two_migrations_share_the_receiver() {
        world.boot(H1, idle(A));
        world.boot(H2, idle(B));
        start(A, H1, H3, NIC);
        start(B, H2, H3, NIC);
        world.advance(Duration.ofSeconds(1));
        assertThat(world.progress(H1, A)).map(JobProgress::transferred).contains(Bytes.mebibytes(50));
        assertThat(world.progress(H2, B)).map(JobProgress::transferred).contains(Bytes.mebibytes(50));
    }

    @Test
    void rates_are_whole_mebibytes_a_second_and_at_least_one() {
        world.boot(H1, idle(A));
        start(A, H1, H3, new BitsPerSecond(BitsPerSecond.mebibytesPerSecond(8).value() - 1));
        world.advance(Duration.ofSeconds(1));
        assertThat(world.progress(H1, A)).map(JobProgress::rate).contains(BitsPerSecond.mebibytesPerSecond(7));
        world.setRate(H1, A, BitsPerSecond.ZERO);
        world.advance(Duration.ofSeconds(1));
        assertThat(world.progress(H1, A)).map(JobProgress::rate).contains(BitsPerSecond.mebibytesPerSecond(1));
    }

    @Test
    void while_a_guest_stands_still_it_is_paused_here_and_incoming_there() {
        world.boot(H1, idle(A));
        start(A, H1, H3, NIC);
        world.takeNews();
        world.advance(Duration.ofMillis(10_250));
        assertThat(world.observe(H1, A)).isEqualTo(new Sighting(Optional.of(PAUSED), true));
        assertThat(world.observe(H3, A)).isEqualTo(new Sighting(Optional.of(INCOMING), true));
        assertThat(world.takeNews().changed()).containsExactly(H1);
        assertThatThrownBy(() -> world.release(H1, A)).isInstanceOf(HypervisorException.class);
    }

    @Test
    void an_abort_while_the_guest_stands_still_lets_it_run_on_here() {
        world.boot(
                H1,
                new SimulatedGuest(
                        A,
                        new VmName("guest"),
                        Bytes.gibibytes(1),
                        Bytes.mebibytes(20),
                        BitsPerSecond.mebibytesPerSecond(50)));
        start(A, H1, H3, NIC);
        world.advance(Duration.ofMillis(10_300));
        assertThat(world.observe(H1, A).is(PAUSED)).isTrue();
        world.abort(H1, A);
        assertThat(world.observe(H1, A)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        assertThat(world.observe(H3, A)).isEqualTo(Sighting.NOTHING);
    }

    @Test
    void an_abort_after_all_memory_is_across_comes_too_late_and_changes_nothing() {
        world.boot(H1, idle(A));
        start(A, H1, H3, NIC);
        world.advance(Duration.ofMillis(10_250));
        world.abort(H1, A);
        assertThat(world.observe(H1, A)).isEqualTo(new Sighting(Optional.of(PAUSED), true));
        world.advance(Duration.ofSeconds(1));
        assertThat(world.observe(H1, A)).isEqualTo(new Sighting(Optional.of(MIGRATED_AWAY), false));
        assertThat(world.observe(H3, A)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        world.abort(H1, A);
        assertThat(world.observe(H3, A)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
    }

    @Test
    void only_the_source_steers_a_migration() {
        world.boot(H1, idle(A));
        start(A, H1, H3, NIC);
        world.abort(H3, A);
        assertThat(world.progress(H3, A)).isEmpty();
        assertThat(world.progress(H1, A)).isPresent();
        assertThatThrownBy(() -> world.setRate(H3, A, NIC))
                .isInstanceOf(HypervisorException.class)
                .hasMessageContaining("not migrating away from host h3");
    }

    @Test
    void a_destination_without_room_refuses_and_says_how_much_is_missing() {
        world.boot(H1, guest(A, Bytes.gibibytes(3)));
        JobResult.Failed refusal = refusal(A, H1, H2);
        assertThat(refusal.kind()).isEqualTo(FailureKind.DESTINATION_REFUSED);
        assertThat(refusal.detail()).contains("3221225472", "host h2", "2147483648 free");
        assertThat(world.observe(H1, A)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        assertThat(world.observe(H2, A)).isEqualTo(Sighting.NOTHING);
    }

    @Test
    void room_is_taken_by_guests_on_their_way_and_given_back_when_they_do_not_come() {
        world.boot(H1, guest(A, Bytes.gibibytes(2)));
        world.boot(H1, guest(B, Bytes.gibibytes(1)));
        start(A, H1, H2, NIC);
        assertThat(refusal(B, H1, H2).kind()).isEqualTo(FailureKind.DESTINATION_REFUSED);
        world.abort(H1, A);
        start(B, H1, H2, NIC);
    }

    @Test
    void what_is_left_of_a_guest_that_went_takes_no_room() {
        world.boot(H2, guest(A, Bytes.gibibytes(2)));
        world.boot(H1, guest(B, Bytes.gibibytes(2)));
        start(A, H2, H3, NIC);
        world.advance(Duration.ofHours(1));
        assertThat(world.observe(H2, A).is(MIGRATED_AWAY)).isTrue();
        start(B, H1, H2, NIC);
    }

    @Test
    void a_host_does_not_take_a_guest_it_has() {
        world.boot(H1, idle(A));
        assertThat(refusal(A, H1, H1).kind()).isEqualTo(FailureKind.DESTINATION_REFUSED);
    }

    @Test
    void a_guest_does_not_go_two_ways_at_once() {
        world.boot(H1, idle(A));
        start(A, H1, H3, NIC);
        assertThat(refusal(A, H1, H2))
                .isEqualTo(new JobResult.Failed(FailureKind.HYPERVISOR_ERROR, "vm " + A + " is migrating already"));
        assertThat(refusal(A, H3, H2).kind()).isEqualTo(FailureKind.VM_NOT_RUNNING);
        world.advance(Duration.ofHours(1));
        assertThat(world.observe(H3, A).is(RUNNING)).isTrue();
    }

    @Test
    void a_guest_that_comes_back_runs_where_it_had_left() {
        world.boot(H1, idle(A));
        start(A, H1, H3, NIC);
        world.advance(Duration.ofHours(1));
        start(A, H3, H1, NIC);
        assertThat(world.observe(H1, A)).isEqualTo(new Sighting(Optional.of(INCOMING), true));
        world.advance(Duration.ofHours(1));
        assertThat(world.observe(H1, A)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        assertThat(world.lastJob(H1, A)).isEmpty();
        assertThat(world.lastJob(H3, A)).isPresent();
    }

    @Test
    void a_guest_that_does_not_come_back_after_all_leaves_the_old_definition_as_it_was() {
        world.boot(H1, idle(A));
        start(A, H1, H3, NIC);
        world.advance(Duration.ofHours(1));
        start(A, H3, H1, NIC);
        world.abort(H3, A);
        assertThat(world.observe(H1, A)).isEqualTo(new Sighting(Optional.of(MIGRATED_AWAY), false));
        assertThat(world.lastJob(H1, A)).isPresent();
    }

    @Test
    void a_cut_fails_the_migration_when_the_keepalive_is_over_and_not_before() {
        world.boot(H1, idle(A));
        start(A, H1, H3, BitsPerSecond.mebibytesPerSecond(5));
        world.advance(Duration.ofSeconds(5));
        world.network().cut(H3, H1);
        world.takeNews();
        world.advance(KEEPALIVE.minusMillis(1));
        assertThat(world.takeNews().ended()).isEmpty();
        assertThat(world.progress(H1, A)).hasValueSatisfying(stalled -> {
            assertThat(stalled.rate()).isEqualTo(BitsPerSecond.ZERO);
            assertThat(stalled.transferred()).isEqualTo(Bytes.mebibytes(25));
        });

        world.advance(Duration.ofMillis(1));
        JobResult result = world.takeNews().ended().get(A);
        assertThat(result)
                .isEqualTo(new JobResult.Failed(
                        FailureKind.DESTINATION_UNREACHABLE, "heard nothing from host h3 for PT30S"));
        assertThat(world.observe(H1, A)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        assertThat(world.observe(H3, A)).isEqualTo(Sighting.NOTHING);
    }

    @Test
    void a_cut_that_heals_in_time_only_costs_time() {
        world.boot(H1, idle(A));
        start(A, H1, H3, NIC);
        world.network().cut(H1, H3);
        world.advance(Duration.ofSeconds(20));
        world.network().heal(H3, H1);
        world.advance(Duration.ofHours(1));
        assertThat(figures(A).duration()).isEqualTo(Duration.ofMillis(30_240).plus(HANDOVER));
    }

    @Test
    void a_cut_takes_nothing_from_the_share_of_others_and_stops_none_of_them() {
        world.boot(H1, idle(A));
        world.boot(H1, idle(B));
        start(A, H1, H3, NIC);
        start(B, H1, H2, NIC);
        world.network().cut(H1, H3);
        world.advance(Duration.ofSeconds(1));
        assertThat(world.progress(H1, B)).map(JobProgress::rate).contains(NIC);
    }

    @Test
    void across_a_cut_no_migration_starts() {
        world.boot(H1, idle(A));
        world.network().cut(H1, H3);
        assertThat(refusal(A, H1, H3).kind()).isEqualTo(FailureKind.DESTINATION_UNREACHABLE);
        assertThat(world.observe(H3, A)).isEqualTo(Sighting.NOTHING);
    }

    @Test
    void the_inventory_shows_a_guest_at_both_ends_while_it_moves() {
        world.boot(H1, idle(A));
        start(A, H1, H3, NIC);
        assertThat(world.facts(H1).vms()).containsExactly(idle(A).facts(RUNNING));
        assertThat(world.facts(H3).vms()).containsExactly(idle(A).facts(INCOMING));
        assertThat(world.facts(H2).vms()).isEmpty();
        assertThat(world.facts(H3).vm(A)).map(VmFacts::memory).contains(Bytes.gibibytes(1));
    }

    @Test
    void news_names_the_hosts_whose_inventory_changed() {
        world.boot(H1, idle(A));
        assertThat(world.takeNews().changed()).containsExactly(H1);
        start(A, H1, H3, NIC);
        assertThat(world.takeNews().changed()).containsExactly(H3);
        world.advance(Duration.ofSeconds(1));
        assertThat(world.takeNews()).isEqualTo(News.none());
        world.advance(Duration.ofHours(1));
        assertThat(world.takeNews().changed()).containsExactly(H1, H3);
        world.release(H1, A);
        assertThat(world.takeNews().changed()).containsExactly(H1);
        world.release(H1, A);
        assertThat(world.takeNews().changed()).isEmpty();
    }

    @Test
    void bad_worlds_are_refused_by_name() {
        assertThatThrownBy(() -> new World(List.of(host(H1, 1), host(H1, 1)), KEEPALIVE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("'h1' is there twice");
        SimulatedHost sameAddress = new SimulatedHost(H2, Bytes.gibibytes(1), NIC, uri(H1));
        assertThatThrownBy(() -> new World(List.of(host(H1, 1), sameAddress), KEEPALIVE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("'sim://h1' is there twice");
        assertThatThrownBy(() -> new SimulatedHost(H1, Bytes.gibibytes(1), BitsPerSecond.ZERO, uri(H1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("nic of host h1");
        assertThatThrownBy(() -> world.facts(new HostId("h9")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("host 'h9' is not in the datacenter; it has [h1, h2, h3]");
        assertThatThrownBy(() -> world.network().cut(H1, H1)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void bad_guests_are_refused_by_name() {
        assertThatThrownBy(() -> world.boot(H2, guest(A, Bytes.gibibytes(3))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("memory of guest g is 3221225472 bytes");
        world.boot(H1, idle(A));
        assertThatThrownBy(() -> world.boot(H3, idle(A)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("give each guest its own id");
        assertThatThrownBy(() -> new SimulatedGuest(
                        A, new VmName("g"), Bytes.mebibytes(1), Bytes.mebibytes(2), BitsPerSecond.ZERO))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("hot set of guest g");
    }

    private void start(VmId vm, HostId from, HostId to, BitsPerSecond rate) {
        assertThat(world.start(from, new MigrationRequest(vm, uri(to), rate))).isEmpty();
    }

    private JobResult.Failed refusal(VmId vm, HostId from, HostId to) {
        return world.start(from, new MigrationRequest(vm, uri(to), NIC)).orElseThrow();
    }

    private TransferFigures figures(VmId vm) {
        return world.lastJob(H1, vm).flatMap(JobResult.Completed::figures).orElseThrow();
    }

    private static SimulatedGuest idle(VmId vm) {
        return guest(vm, Bytes.gibibytes(1));
    }

    private static SimulatedGuest guest(VmId vm, Bytes memory) {
        return new SimulatedGuest(vm, new VmName("g"), memory, Bytes.ZERO, BitsPerSecond.ZERO);
    }

    private static SimulatedHost host(HostId host, long gibibytes) {
        return new SimulatedHost(host, Bytes.gibibytes(gibibytes), NIC, uri(host));
    }

    private static MigrationUri uri(HostId host) {
        return new MigrationUri("sim://" + host);
    }

    private static VmId vm(long number) {
        return new VmId(new UUID(0, number));
    }
}
