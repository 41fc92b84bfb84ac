package dev.drover.agent.adapter.akka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.adapter.journal.FileJournal;
import dev.drover.agent.domain.Cause;
import dev.drover.agent.domain.Commands;
import dev.drover.agent.domain.Entries;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.port.Await;
import dev.drover.agent.port.Hypervisor;
import dev.drover.schema.command.AbortMigration;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.VmObserved;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** How a migration is stopped by command, in one life of the agent and across several. */
class AbortTest extends AgentScene {
    @Test
    void a_running_migration_is_aborted_and_its_guest_runs_on_at_the_source() {
        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        reports.first(MigrationStarted.class);
        agent.obey(abort(2));

        assertAborted();
        awaitAt(H1, VmState.RUNNING);
        assertThat(reports.all(CommandRefused.class)).isEmpty();
    }

    @Test
    void an_abort_given_again_acts_once_and_is_answered_once() {
        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        reports.first(MigrationStarted.class);
        agent.give(abort(2));
        agent.obey(abort(2));
        assertAborted();
        agent.obey(abort(2));

        settle(3);
        assertThat(reports.all(MigrationEnded.class)).hasSize(1);
        assertThat(reports.all(CommandRefused.class)).isEmpty();
    }

    @Test
    void a_migration_that_is_aborted_before_its_job_is_there_is_stopped_when_it_is() {
        begin();
        CountDownLatch held = new CountDownLatch(1);
        hypervisor.holdStarts(held);
        agent.obey(command(1, 1, migrate(SLOW)));
        agent.obey(abort(2));
        held.countDown();

        assertAborted();
        awaitAt(H1, VmState.RUNNING);
    }

    @Test
    void an_abort_that_the_hypervisor_does_not_take_is_tried_until_it_does() {
        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        reports.first(MigrationStarted.class);
        hypervisor.breakDown("libvirt restarts");
        int before = hypervisor.refused();
        agent.obey(abort(2));
        Await.until("some tries", SOON, () -> hypervisor.refused() > before + 4);
        assertThat(reports.all(MigrationEnded.class)).isEmpty();
        hypervisor.recover();
        assertAborted();
    }

    @Test
    void an_abort_of_a_migration_that_is_over_says_again_how_it_ended() {
        begin();
        agent.obey(command(1, 1, migrate(BRISK)));
        MigrationEnded end = reports.first(MigrationEnded.class);
        Await.until("the end journalled", SOON, () -> isClosed());

        CommandMessage late = abort(90);
        agent.obey(late);
        Await.until("the end said again", SOON, () -> endsCausedBy(late) == 1);
        assertThat(reports.all(MigrationEnded.class)).allMatch(end::equals);
        assertThat(end.verdict()).isInstanceOf(SourceVerdict.Transferred.class);
        assertAt(H2, VmState.RUNNING);
    }

    @Test
    void the_next_life_says_it_again_too() {
        begin();
        agent.obey(command(1, 1, migrate(BRISK)));
        MigrationEnded end = reports.first(MigrationEnded.class);
        Await.until("the end journalled", SOON, () -> isClosed());
        kill();

        begin();
        agent.obey(abort(90));
        assertThat(reports.first(MigrationEnded.class)).isEqualTo(end);
    }

    @Test
    void an_abort_while_the_end_is_on_its_way_to_the_inbox_adds_nothing() {
        begin();
        agent.obey(command(1, 1, migrate(BRISK)));
        reports.first(MigrationStarted.class);
        reports.goAway();
        reports.first(MigrationEnded.class);
        agent.obey(abort(2));
        settle(3);
        assertThat(reports.all(MigrationEnded.class)).hasSize(1);
        assertThat(reports.all(CommandRefused.class)).isEmpty();
    }

    @Test
    void an_abort_of_what_never_ran_here_is_refused() {
        begin();
        agent.obey(abort(1));
        assertNotRunningHere();
    }

    @Test
    void an_abort_of_another_migration_of_the_vm_leaves_this_one_alone() {
        begin();
        agent.obey(command(1, 1, migrate(BRISK)));
        reports.first(MigrationStarted.class);
        agent.obey(command("m2", 1, 1, 1, Instant.now().plusSeconds(60), new AbortMigration(VM)));
        assertNotRunningHere();
        assertThat(reports.first(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.Transferred.class);
    }

    @Test
    void an_abort_of_an_owner_that_was_replaced_is_refused_and_the_migration_goes_on() {
        begin();
        Instant later = Instant.now().plusSeconds(60);
        agent.obey(command("m1", 1, 1, 5, later, migrate(BRISK)));
        agent.obey(command("m1", 1, 2, 4, later, new AbortMigration(VM)));
        assertThat(reports.first(CommandRefused.class).refusal()).isEqualTo(RefusalReason.OLD_EPOCH);
        assertThat(reports.first(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.Transferred.class);
    }

    @Test
    void an_abort_that_was_taken_but_perhaps_never_made_is_made_by_the_next_life() {
        runInto(abort(2));

        begin();
        assertAborted();
        awaitAt(H1, VmState.RUNNING);
        agent.obey(abort(2));
        settle(3);
        assertThat(reports.all(MigrationEnded.class)).hasSize(1);
    }

    @Test
    void an_abort_whose_success_no_life_saw_is_reported_as_such() {
        runInto(abort(2));
        try (Hypervisor view = datacenter.connect(H1)) {
            view.abort(VM);
        }

        begin();
        assertAborted();
    }

    @Test
    void a_guest_that_left_before_its_abort_was_made_has_left() {
        runInto(abort(2));
        try (Hypervisor view = datacenter.connect(H1)) {
            view.setRate(VM, BRISK);
        }
        awaitAt(H1, VmState.MIGRATED_AWAY);

        begin();
        assertThat(reports.first(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.Transferred.class);
        assertAt(H2, VmState.RUNNING);
    }

    @Test
    void a_guest_whose_migration_was_aborted_migrates_with_the_next_attempt() {
        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        reports.first(MigrationStarted.class);
        agent.obey(abort(2));
        assertAborted();
        agent.obey(command(2, 3, migrate(BRISK)));
        assertThat(reports.first(MigrationEnded.class, end -> end.attempt().equals(FIRST.next()))
                        .verdict())
                .isInstanceOf(SourceVerdict.Transferred.class);
    }

    /** A migration runs, and the agent was killed right after it had journalled this. */
    private void runInto(CommandMessage last) {
        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        reports.first(MigrationStarted.class);
        kill();
        try (FileJournal journal = FileJournal.open(folder)) {
            journal.append(Entries.of(last, Instant.now()));
        }
    }

    private static CommandMessage abort(long sequence) {
        return command(1, sequence, new AbortMigration(VM));
    }

    private void assertAborted() {
        assertThat(reports.first(MigrationEnded.class).verdict())
                .isInstanceOfSatisfying(
                        SourceVerdict.StayedAtSource.class,
                        stayed -> assertThat(stayed.failure()).isEqualTo(FailureKind.ABORTED));
    }

    private void assertNotRunningHere() {
        assertThat(reports.first(CommandRefused.class).refusal()).isEqualTo(RefusalReason.NOT_RUNNING_HERE);
    }

    /** Commands are carried out in order: what stands before this one is done with, too. */
    private void settle(long sequence) {
        int before = reports.all(VmObserved.class).size();
        agent.obey(command(1, sequence, new ObserveVm(Commands.vm(9))));
        Await.until(
                "the answer to a question",
                SOON,
                () -> reports.all(VmObserved.class).size() > before);
    }

    private boolean isClosed() {
        return agent.entries().stream().anyMatch(JournalEntry.AttemptReported.class::isInstance);
    }

    private long endsCausedBy(CommandMessage command) {
        return reports.allSaid().stream()
                .filter(said -> said.report() instanceof MigrationEnded)
                .filter(said -> said.cause().equals(Optional.of(Cause.of(command.head()))))
                .count();
    }
}
