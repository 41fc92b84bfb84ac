package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.arrived;
import static dev.drover.scheduler.domain.zone.Agents.cleared;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.released;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Fleet.withDisk;
import static dev.drover.scheduler.domain.zone.Situations.DRAIN;
import static dev.drover.scheduler.domain.zone.Situations.MIGRATION;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.order;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.tick;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.scheduler.domain.zone.ZoneScenario.Happening;
import dev.drover.scheduler.domain.zone.ZoneScenario.Order;
import dev.drover.schema.command.CleanupDestination;
import dev.drover.schema.command.PrepareDestination;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.event.MigrationPrepared;
import dev.drover.schema.event.MigrationQueried;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.intent.CancelMigration;
import dev.drover.schema.intent.CordonHost;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.DestinationCleaned;
import dev.drover.schema.report.DestinationPrepared;
import dev.drover.schema.report.DestinationRefused;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.transfer.DiskCopy;
import dev.drover.schema.transfer.OwnDisks;
import dev.drover.schema.transfer.TransferOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vms whose disks go along with them. */
class PreparationTest {
    private static final VmFacts VM = withDisk(running(1, 4));
    private static final FilePath FILE = new FilePath("/vms/vm-1.img");

    @Test
    void a_destination_makes_room_before_the_source_is_told_to_start() {
        ZoneScenario zone = Situations.preparing();
        assertThat(zone.lastOrders()).contains(toPrepare(1));
        assertThat(phase(zone)).isEqualTo(MigrationPhase.PREPARING);

        zone.when(prepared(CopyMode.INCREMENTAL))
                .then(
                        ZoneScenario.events(new MigrationPrepared(MIGRATION, Attempt.FIRST, CopyMode.INCREMENTAL)),
                        noCommands())
                .when(settle());
        assertThat(zone.lastOrders()).singleElement().satisfies(order -> {
            assertThat(order.host()).isEqualTo(id("h1"));
            assertThat(order.command())
                    .isInstanceOfSatisfying(
                            StartMigration.class,
                            start -> assertThat(start.disks())
                                    .contains(new DiskCopy(CopyMode.INCREMENTAL, List.of(new DeviceId("vda")))));
        });
    }

    @Test
    void the_source_removes_the_disks_of_a_guest_that_has_arrived() {
        ZoneScenario zone = Situations.preparing().when(prepared(CopyMode.FULL)).when(settle());
        zone.when(started(vm(1))).when(left(vm(1))).when(arrived(vm(1)));
        assertThat(zone.lastOrders())
                .containsExactly(order("h1", MIGRATION, 1, 4, new ReleaseSource(vm(1), List.of(FILE))));
        zone.when(released(vm(1)));
        assertThat(zone.state().inventory().vmOn(id("h2"), vm(1)).map(VmFacts::disks))
                .contains(VM.disks());
    }

    @Test
    void the_release_of_disks_is_repeated_with_them() {
        ZoneScenario zone = Situations.preparing().when(prepared(CopyMode.FULL)).when(settle());
        zone.when(started(vm(1))).when(left(vm(1))).when(arrived(vm(1)));
        zone.after(Duration.ofMinutes(1)).when(tick());
        assertThat(zone.lastOrders()).contains(order("h1", MIGRATION, 1, 5, new ReleaseSource(vm(1), List.of(FILE))));
    }

    @Test
    void a_destination_that_does_not_answer_is_told_again() {
        ZoneScenario zone = Situations.preparing().after(Duration.ofSeconds(11)).when(tick());
        assertThat(zone.lastEvents()).hasAtLeastOneElementOfType(MigrationQueried.class);
        assertThat(zone.lastOrders()).contains(toPrepare(2));
        assertThat(phase(zone)).isEqualTo(MigrationPhase.PREPARING);
    }

    @Test
    void as_long_as_it_may_make_room_anew_nothing_is_sent_there() {
        ZoneScenario zone = Situations.preparing().after(Duration.ofSeconds(11)).when(tick());
        zone.when(prepared(1, CopyMode.FULL)).thenNothing();
        zone.when(refused(FailureKind.DESTINATION_REFUSED)).thenNothing();
        zone.when(prepared(2, CopyMode.FULL));
        assertThat(phase(zone)).isEqualTo(MigrationPhase.QUEUED);
    }

    @Test
    void a_destination_without_room_fails_the_migration_with_its_words() {
        ZoneScenario zone = Situations.preparing()
                .when(refused(FailureKind.DESTINATION_REFUSED))
                .when(cleared(vm(1)));
        assertThat(zone.lastEvents())
                .contains(new MigrationFailed(MIGRATION, FailureKind.DESTINATION_REFUSED, "/vms/vm-1.img is there"))
                .hasAtLeastOneElementOfType(VmBlocked.class);
    }

    @Test
    void where_it_may_have_room_later_it_is_asked_anew() {
        ZoneScenario zone = Situations.preparing().when(refused(FailureKind.HYPERVISOR_ERROR));
        assertThat(phase(zone)).isEqualTo(MigrationPhase.QUEUED);
        zone.after(Duration.ofSeconds(6)).when(settle());
        assertThat(zone.lastOrders()).contains(order("h2", MIGRATION, 2, 2, prepare()));
    }

    @Test
    void room_of_an_earlier_attempt_is_not_taken_for_that_of_the_next() {
        ZoneScenario zone = Situations.preparing().when(prepared(CopyMode.FULL)).when(settle());
        zone.when(started(vm(1))).when(stayed(vm(1), FailureKind.HYPERVISOR_ERROR));
        zone.after(Duration.ofSeconds(6)).when(settle());
        assertThat(phase(zone)).isEqualTo(MigrationPhase.PREPARING);
        assertThat(zone.lastOrders()).contains(order("h2", MIGRATION, 2, 3, prepare()));
    }

    @Test
    void a_migration_that_is_cancelled_leaves_no_room_behind() {
        ZoneScenario zone = Situations.preparing().when(asked(new CancelMigration(new IntentId("stop"), MIGRATION)));
        assertThat(zone.lastOrders()).containsExactly(order("h2", MIGRATION, 1, 2, new CleanupDestination(vm(1))));
        assertThat(phase(zone)).isEqualTo(MigrationPhase.CLEARING);
        zone.when(told("h2", new DestinationCleaned(MIGRATION, Attempt.FIRST)));
        assertThat(phase(zone)).isEqualTo(MigrationPhase.CANCELLED);
    }

    @Test
    void one_that_is_cancelled_when_there_is_room_leaves_none_behind() {
        ZoneScenario zone = Situations.preparing()
                .when(prepared(CopyMode.FULL))
                .when(asked(new CancelMigration(new IntentId("stop"), MIGRATION)));
        assertThat(zone.lastOrders()).containsExactly(order("h2", MIGRATION, 1, 2, new CleanupDestination(vm(1))));
        zone.after(Duration.ofSeconds(11)).when(tick());
        assertThat(zone.lastOrders()).contains(order("h2", MIGRATION, 1, 3, new CleanupDestination(vm(1))));
        zone.when(cleared(vm(1)));
        assertThat(phase(zone)).isEqualTo(MigrationPhase.CANCELLED);
    }

    @Test
    void what_is_prepared_for_a_host_that_is_closed_meanwhile_is_taken_back() {
        ZoneScenario zone = Situations.preparing()
                .when(asked(new CordonHost(new IntentId("close"), id("h2"))))
                .when(settle());
        assertThat(phase(zone)).isEqualTo(MigrationPhase.CLEARING);
        assertThat(zone.lastOrders()).contains(order("h2", MIGRATION, 1, 2, new CleanupDestination(vm(1))));
    }

    @Test
    void what_was_made_for_a_guest_that_an_operator_finds_at_its_source_is_removed() {
        ZoneScenario zone = Situations.preparing();
        while (phase(zone) == MigrationPhase.PREPARING) {
            zone.after(Duration.ofHours(1)).when(tick());
        }
        assertThat(phase(zone)).isEqualTo(MigrationPhase.NEEDS_OPERATOR);
        zone.when(asked(new ResolveMigration(
                new IntentId("resolve"), MIGRATION, OperatorVerdict.AT_SOURCE, "seen with virsh")));
        assertThat(zone.lastOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.command()).isEqualTo(new CleanupDestination(vm(1))));
    }

    @Test
    void what_differs_is_asked_for_where_bases_are_the_same_everywhere() {
        ZoneScenario zone = zone(ZonePolicy.standard()
                        .withTransfer(TransferOptions.PLAIN.withDisks(OwnDisks.GO_FROM_BASE)))
                .given(known(host("h1", 64, VM)), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(zone.lastOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.command())
                        .isInstanceOfSatisfying(
                                PrepareDestination.class,
                                prepare -> assertThat(prepare.mode()).isEqualTo(CopyMode.INCREMENTAL)));
    }

    @Test
    void late_word_of_room_changes_nothing() {
        Situations.preparing()
                .when(asked(new CancelMigration(new IntentId("stop"), MIGRATION)))
                .when(prepared(CopyMode.FULL))
                .thenNothing()
                .when(refused(FailureKind.DESTINATION_REFUSED))
                .thenNothing();
        Situations.in(MigrationPhase.RUNNING)
                .when(told("h2", new DestinationCleaned(MIGRATION, Attempt.FIRST)))
                .thenNothing();
    }

    @Test
    void what_is_prepared_has_its_place_among_those_that_run() {
        ZoneScenario zone = Situations.preparing(3);
        assertThat(zone.state().migrations().underWay(one -> one.phase() == MigrationPhase.PREPARING))
                .hasSize(zone.policy().parallelOut());
        zone.when(settle()).thenNothing();
    }

    @Test
    void where_disks_do_not_go_along_they_keep_their_vm() {
        ZoneScenario zone = zone().given(known(host("h1", 64, VM)), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(zone.lastEvents())
                .hasAtLeastOneElementOfType(VmBlocked.class)
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(VmBlocked.class, blocked -> {
                    assertThat(blocked.intent()).isEqualTo(DRAIN);
                    assertThat(blocked.why()).contains("vda", "/vms/vm-1.img", "--copy-disks");
                }));
        assertThat(zone.lastOrders()).isEmpty();
    }

    private static MigrationPhase phase(ZoneScenario zone) {
        return zone.state().migrations().find(MIGRATION).orElseThrow().phase();
    }

    private static Order toPrepare(long sequence) {
        return order("h2", MIGRATION, 1, sequence, prepare());
    }

    private static PrepareDestination prepare() {
        return new PrepareDestination(vm(1), VM.name(), VM.memory(), id("h1"), disks(), CopyMode.FULL);
    }

    private static List<LocalDisk> disks() {
        return VM.disks();
    }

    private static Happening prepared(CopyMode mode) {
        return prepared(1, mode);
    }

    private static Happening refused(FailureKind failure) {
        return told(
                "h2", new DestinationRefused(MIGRATION, Attempt.FIRST, new Sequence(1), failure, FILE + " is there"));
    }

    private static Happening prepared(long command, CopyMode mode) {
        return told("h2", new DestinationPrepared(MIGRATION, Attempt.FIRST, new Sequence(command), mode));
    }
}
