package dev.drover.agent.adapter.akka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.adapter.journal.FileJournal;
import dev.drover.agent.domain.Cause;
import dev.drover.agent.domain.Commands;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.domain.Leases;
import dev.drover.agent.domain.ZoneTime;
import dev.drover.agent.port.Await;
import dev.drover.schema.command.AbortMigration;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.AttachDevice;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.VmObserved;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How commands are judged, journalled and carried out. */
class HostActorTest extends AgentScene {
    private volatile Instant expiry = Instant.MIN;

    @Test
    void what_is_reported_about_a_command_names_it_as_the_cause() {
        begin();
        CommandMessage start = command(1, 1, migrate(BRISK));
        agent.obey(start);
        reports.first(MigrationEnded.class);
        assertThat(reports.allSaid())
                .filteredOn(said -> !(said.report() instanceof InventoryReport))
                .hasSize(2)
                .allSatisfy(said -> assertThat(said.cause()).contains(Cause.of(start.head())));
    }

    @Test
    void a_command_given_again_and_again_starts_one_migration() {
        begin();
        CommandMessage start = command(1, 1, migrate(BRISK));
        agent.give(start);
        agent.give(start);
        agent.obey(start);
        reports.first(MigrationEnded.class);
        agent.obey(start);

        assertThat(hypervisor.started()).hasSize(1);
        assertThat(reports.all(MigrationStarted.class)).hasSize(1);
        assertThat(reports.all(CommandRefused.class)).isEmpty();
    }

    @Test
    void an_expired_command_is_refused_and_nothing_is_started() {
        begin();
        agent.obey(command("m1", 1, 1, 1, Instant.now().plusSeconds(1), migrate(BRISK)));
        assertRefused(1, RefusalReason.EXPIRED);
        assertThat(hypervisor.started()).isEmpty();
    }

    @Test
    void a_clock_that_is_far_behind_keeps_no_command_alive() {
        begin();
        agent.setClock(Duration.ofMinutes(-2));
        Instant now = Instant.now();
        agent.give(
                command("m1", 1, 1, 1, now.minusSeconds(60), migrate(BRISK)),
                ZoneTime.UNKNOWN.heard(now.minusSeconds(5)));
        assertRefused(1, RefusalReason.EXPIRED);
        assertThat(hypervisor.started()).isEmpty();
    }

    @Test
    void a_command_of_an_owner_that_was_replaced_is_refused() {
        begin();
        Instant later = Instant.now().plusSeconds(60);
        agent.obey(command("m2", 1, 1, 5, later, new ObserveVm(VM)));
        agent.obey(command("m1", 1, 1, 4, later, migrate(BRISK)));
        assertRefused(1, RefusalReason.OLD_EPOCH);
        assertThat(hypervisor.started()).isEmpty();
    }

    @Test
    void a_refused_command_is_done_with_only_when_the_zone_knows() {
        begin();
        reports.goAway();
        CompletableFuture<?> taken =
                agent.give(command("m1", 1, 1, 1, Instant.now().minusSeconds(1), new ObserveVm(VM)));
        reports.first(CommandRefused.class);
        assertThat(taken).isNotDone();
        reports.comeBack();
        Await.until("the command done with", SOON, taken::isDone);
    }

    @Test
    void what_a_wrong_clock_refused_is_not_started_when_it_comes_again_with_the_right_time() {
        begin();
        CommandMessage start = refusedByAClockThatIsAhead();
        agent.setClock(Duration.ZERO);
        assertSilentAbout(start);
    }

    @Test
    void what_one_life_refused_is_not_started_by_the_next() {
        begin();
        CommandMessage start = refusedByAClockThatIsAhead();
        kill();
        begin();
        assertSilentAbout(start);
    }

    @Test
    void a_start_that_was_refused_for_another_migration_is_not_made_up_for_when_the_vm_is_free() {
        begin();
        CommandMessage second = command("m2", 1, 1, 1, Instant.now().plusSeconds(60), migrate(BRISK));
        agent.obey(command(1, 1, migrate(SLOW)));
        reports.first(MigrationStarted.class);
        agent.obey(second);
        reports.first(CommandRefused.class);
        agent.obey(command(1, 2, new AbortMigration(VM)));
        reports.first(MigrationEnded.class);

        assertSilentAbout(second);
        kill();
        begin();
        assertSilentAbout(second);
    }

    @Test
    void a_refusal_is_not_told_before_the_journal_has_it() {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch disk = new CountDownLatch(1);
        agent = new AgentLife(folder, H1, hypervisor, reports, (journal, entry) -> {
            writing.countDown();
            awaitQuietly(disk);
            journal.append(entry);
        });
        agent.adopted();
        agent.give(command("m1", 1, 1, 1, Instant.now().minusSeconds(1), migrate(BRISK)));
        Await.until("an entry being written", SOON, () -> writing.getCount() == 0);
        assertThat(reports.all(CommandRefused.class)).isEmpty();

        disk.countDown();
        assertRefused(1, RefusalReason.EXPIRED);
    }

    @Test
    void a_refusal_that_was_journalled_and_never_told_is_kept_in_silence() {
        try (FileJournal journal = FileJournal.open(folder)) {
            journal.append(
                    new JournalEntry.OtherTaken(command(1, 1, migrate(BRISK)).mark()));
        }
        begin();
        assertSilentAbout(command(1, 1, migrate(BRISK)));
    }

    @Test
    void a_rate_for_a_migration_that_does_not_run_here_is_refused() {
        begin();
        agent.obey(command(1, 1, new SetRate(VM, BRISK)));
        assertRefused(1, RefusalReason.NOT_RUNNING_HERE);
    }

    @Test
    void a_vm_that_is_being_migrated_is_not_migrated_by_another() {
        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        reports.first(MigrationStarted.class);
        agent.obey(command("m2", 1, 1, 1, Instant.now().plusSeconds(60), migrate(BRISK)));
        CommandRefused refused = reports.first(CommandRefused.class);
        assertThat(refused.refusal()).isEqualTo(RefusalReason.HYPERVISOR_ERROR);
        assertThat(refused.detail()).contains("m1 attempt 1");
        assertThat(hypervisor.started()).hasSize(1);
    }

    @Test
    void a_vm_is_observed_on_request() {
        begin();
        agent.obey(command(1, 1, new ObserveVm(VM)));
        assertThat(reports.first(VmObserved.class))
                .isEqualTo(new VmObserved(M1, FIRST, VM, Optional.of(VmState.RUNNING), false));
        agent.obey(command(1, 2, new ObserveVm(Commands.vm(99))));
        reports.first(VmObserved.class, seen -> seen.state().isEmpty());
    }

    @Test
    void a_migration_that_was_taken_counts_as_active_before_its_job_is_visible() {
        begin();
        CountDownLatch held = new CountDownLatch(1);
        hypervisor.holdStarts(held);
        agent.obey(command(1, 1, migrate(BRISK)));
        agent.obey(command(1, 2, new ObserveVm(VM)));
        assertThat(reports.first(VmObserved.class).jobActive()).isTrue();
        held.countDown();
        reports.first(MigrationEnded.class);
    }

    @Test
    void a_guest_that_runs_here_is_not_released() {
        begin();
        agent.obey(command(1, 1, new ReleaseSource(VM)));
        assertRefused(1, RefusalReason.HYPERVISOR_ERROR);
        assertAt(H1, VmState.RUNNING);
    }

    @Test
    void a_hypervisor_that_does_not_answer_is_reported_and_survived() {
        begin();
        hypervisor.breakDown("libvirt has gone fishing");
        agent.obey(command(1, 1, new ObserveVm(VM)));
        CommandRefused refused = assertRefused(1, RefusalReason.HYPERVISOR_ERROR);
        assertThat(refused.detail()).contains("gone fishing");

        hypervisor.recover();
        agent.obey(command(1, 2, new ObserveVm(VM)));
        reports.first(VmObserved.class);
    }

    @Test
    void nothing_is_started_before_the_journal_has_it() throws InterruptedException {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch disk = new CountDownLatch(1);
        agent = new AgentLife(folder, H1, hypervisor, reports, (journal, entry) -> {
            writing.countDown();
            awaitQuietly(disk);
            journal.append(entry);
        });
        agent.adopted();
        CompletableFuture<?> taken = agent.give(command(1, 1, migrate(BRISK)));
        writing.await();
        assertThat(taken).isNotDone();
        assertThat(hypervisor.started()).isEmpty();

        disk.countDown();
        reports.first(MigrationEnded.class);
        assertThat(taken).isDone();
    }

    @Test
    void an_agent_that_can_not_write_its_journal_starts_nothing_and_stops() {
        agent = new AgentLife(folder, H1, hypervisor, reports, (journal, entry) -> {
            throw new IllegalStateException("the disk is full");
        });
        agent.adopted();
        CompletableFuture<?> taken = agent.give(command(1, 1, migrate(BRISK)));
        agent.awaitStopped();
        assertThat(taken).isNotDone();
        assertThat(hypervisor.started()).isEmpty();
    }

    @Test
    void an_agent_whose_reports_are_lost_stops() {
        begin();
        reports.breakDown();
        agent.give(command(1, 1, new ObserveVm(VM)));
        agent.awaitStopped();
    }

    @Test
    void a_command_that_expires_while_the_disk_is_slow_starts_nothing() {
        agent = new AgentLife(folder, H1, hypervisor, reports, (journal, entry) -> {
            Await.until("the command expired", SOON, () -> Instant.now().isAfter(expiry));
            journal.append(entry);
        });
        agent.adopted();
        expiry = Instant.now().plus(AgentLife.QUICK.skew()).plusMillis(300);
        agent.obey(command("m1", 1, 1, 1, expiry, migrate(BRISK)));
        assertThat(reports.first(MigrationEnded.class).verdict())
                .isInstanceOfSatisfying(
                        SourceVerdict.StayedAtSource.class,
                        stayed -> assertThat(stayed.detail()).contains("expired"));
        assertThat(hypervisor.started()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("unknown")
    void what_this_agent_does_not_know_is_refused_once_with_its_name_and_the_cure(AgentCommand unknown, String name) {
        begin();
        agent.obey(command(1, 1, unknown));
        CommandRefused refused = assertRefused(1, RefusalReason.NOT_SUPPORTED);
        assertThat(refused.detail()).contains(name, "host h1", "an unpacked build", "install a newer one");

        agent.obey(command(1, 1, unknown));
        agent.obey(command(1, 2, new ObserveVm(VM)));
        reports.first(VmObserved.class);
        assertThat(reports.all(CommandRefused.class)).hasSize(1);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("unknown")
    void what_this_agent_does_not_know_is_judged_like_any_other_command(AgentCommand unknown, String name) {
        begin();
        agent.obey(command("m1", 1, 1, 5, Instant.now().plusSeconds(1), unknown));
        assertRefused(1, RefusalReason.EXPIRED);
        agent.obey(command("m2", 1, 1, 5, Instant.now().plusSeconds(60), new ObserveVm(VM)));
        agent.obey(command("m1", 1, 2, 4, Instant.now().plusSeconds(60), unknown));
        assertRefused(2, RefusalReason.OLD_EPOCH);
    }

    static Stream<Arguments> unknown() {
        return Stream.of(Arguments.of(new AttachDevice(VM, new DeviceId("hostdev0")), "attach a device"));
    }

    @Test
    void an_owner_whose_successor_spoke_of_leases_is_obeyed_no_more_not_even_by_the_next_life() {
        begin();
        Instant later = Instant.now().plusSeconds(60);
        agent.hear(Commands.leases(Commands.ZONE, new Epoch(5), later));
        kill();
        assertThat(journalled().leases()).contains(new Leases(new Epoch(5), later));

        begin();
        agent.obey(command("m1", 1, 1, 4, later, migrate(BRISK)));
        assertRefused(1, RefusalReason.OLD_EPOCH);
        assertThat(hypervisor.started()).isEmpty();
    }

    @Test
    void leases_are_journalled_while_a_migration_is_open_and_not_every_ten_seconds_for_ever() {
        begin();
        Instant later = Instant.now().plusSeconds(60);
        agent.hear(Commands.leases(Commands.ZONE, new Epoch(1), later));
        agent.hear(Commands.leases(Commands.ZONE, new Epoch(1), later.plusSeconds(10)));
        kill();
        assertThat(journalled().leases()).contains(new Leases(new Epoch(1), later));

        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        agent.hear(Commands.leases(Commands.ZONE, new Epoch(1), later.plusSeconds(20)));
        kill();
        assertThat(journalled().leases()).contains(new Leases(new Epoch(1), later.plusSeconds(20)));
    }

    private CommandMessage refusedByAClockThatIsAhead() {
        CommandMessage start = command(1, 1, migrate(BRISK));
        agent.setClock(Duration.ofMinutes(2));
        agent.obey(start);
        assertRefused(1, RefusalReason.EXPIRED);
        return start;
    }

    /** Gives it again and asks for the vm behind it: nothing is started, nothing is said of it. */
    private void assertSilentAbout(CommandMessage start) {
        int started = hypervisor.started().size();
        int refused = reports.all(CommandRefused.class).size();
        agent.obey(start);
        String migration = "asked-" + UUID.randomUUID();
        agent.obey(command(migration, 1, 1, 1, Instant.now().plusSeconds(60), new ObserveVm(VM)));
        VmObserved observed = reports.first(
                VmObserved.class, report -> report.migration().value().equals(migration));
        assertThat(observed.jobActive()).isFalse();
        assertThat(hypervisor.started()).hasSize(started);
        assertThat(reports.all(CommandRefused.class)).hasSize(refused);
    }

    private CommandRefused assertRefused(long sequence, RefusalReason reason) {
        CommandRefused refused =
                reports.first(CommandRefused.class, report -> report.command().equals(new Sequence(sequence)));
        assertThat(refused.refusal()).isEqualTo(reason);
        assertThat(refused.migration()).isEqualTo(M1);
        return refused;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
