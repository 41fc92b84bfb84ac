package dev.drover.agent.adapter.akka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.adapter.journal.FileJournal;
import dev.drover.agent.domain.AttemptKey;
import dev.drover.agent.domain.Cause;
import dev.drover.agent.domain.Commands;
import dev.drover.agent.domain.Entries;
import dev.drover.agent.port.Await;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.RateApplied;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a new life makes of what an earlier one left behind. */
class AdoptionTest extends AgentScene {
    @Test
    void each_life_has_the_next_number() {
        begin();
        kill();
        begin();
        kill();
        assertThat(journalled().incarnation()).contains(new Incarnation(2));
    }

    @Test
    void a_running_migration_is_adopted_and_its_end_reported_once() {
        begin();
        CommandMessage start = command(1, 1, migrate(SLOW));
        agent.obey(start);
        reports.first(MigrationStarted.class);
        kill();

        begin();
        assertThat(reports.first(MigrationStarted.class)).isEqualTo(new MigrationStarted(M1, FIRST, SLOW));
        agent.obey(command(1, 2, new SetRate(VM, BRISK)));
        assertThat(reports.first(RateApplied.class).rate()).isEqualTo(BRISK);
        assertThat(reports.first(MigrationEnded.class).verdict())
                .isInstanceOfSatisfying(
                        SourceVerdict.Transferred.class,
                        left -> assertThat(left.figures()).isPresent());
        agent.obey(start);
        assertThat(hypervisor.started()).isEmpty();
        assertThat(agent.samples()).isNotEmpty();
        assertAt(H2, VmState.RUNNING);

        awaitClosed();
        begin();
        assertThat(reports.all(MigrationEnded.class)).isEmpty();
    }

    @Test
    void a_command_given_again_after_a_restart_is_not_executed_again_even_under_a_newer_owner() {
        begin();
        CommandMessage start = command(1, 1, migrate(SLOW));
        agent.obey(start);
        agent.obey(command("m2", 1, 1, 2, Instant.now().plusSeconds(60), new SetRate(Commands.vm(9), BRISK)));
        reports.first(CommandRefused.class);
        kill();

        begin();
        agent.obey(start);
        reports.first(MigrationStarted.class);
        assertThat(hypervisor.started()).isEmpty();
        assertThat(reports.all(CommandRefused.class)).isEmpty();
    }

    @Test
    void a_migration_that_ended_while_the_agent_was_away_is_reported_before_the_host_and_any_command() {
        begin();
        agent.obey(command(1, 1, migrate(BRISK)));
        kill();
        awaitAt(H1, VmState.MIGRATED_AWAY);

        hypervisor.slowObservations(Duration.ofSeconds(1));
        begin();
        List<Report> all = reports.all();
        assertThat(all.get(0))
                .isInstanceOfSatisfying(
                        MigrationEnded.class,
                        ended -> assertThat(ended.verdict())
                                .isInstanceOfSatisfying(
                                        SourceVerdict.Transferred.class,
                                        left -> assertThat(left.figures()).isPresent()));
        assertThat(all.get(1)).isInstanceOf(InventoryReport.class);
        assertThat(reports.all(MigrationStarted.class)).isEmpty();
    }

    @Test
    void a_migration_that_failed_while_the_agent_was_away_is_reported_as_such() {
        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        reports.first(MigrationStarted.class);
        kill();
        datacenter.cut(H1, H2);
        awaitAt(H1, VmState.RUNNING);

        begin();
        assertThat(reports.first(MigrationEnded.class).verdict())
                .isInstanceOfSatisfying(
                        SourceVerdict.StayedAtSource.class,
                        stayed -> assertThat(stayed.failure()).isEqualTo(FailureKind.HYPERVISOR_ERROR));
    }

    @Test
    void an_attempt_that_was_journalled_but_never_started_is_not_started_later() {
        try (FileJournal journal = FileJournal.open(folder)) {
            journal.append(Entries.of(command(1, 1, migrate(BRISK)), Instant.now()));
        }
        begin();
        assertThat(reports.first(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.StayedAtSource.class);
        agent.obey(command(1, 1, migrate(BRISK)));
        assertThat(hypervisor.started()).isEmpty();
        assertAt(H1, VmState.RUNNING);
    }

    @Test
    void an_end_that_did_not_reach_the_inbox_is_reported_by_the_next_life() {
        begin();
        agent.obey(command(1, 1, migrate(BRISK)));
        reports.first(MigrationStarted.class);
        reports.goAway();
        reports.first(MigrationEnded.class);
        kill();
        assertThat(journalled().open()).containsKey(new AttemptKey(M1, FIRST));

        begin();
        reports.first(MigrationEnded.class);
        awaitClosed();
        assertThat(journalled().open()).isEmpty();
    }

    @Test
    void a_rate_that_was_taken_but_perhaps_never_set_is_set_by_the_next_life() {
        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        reports.first(MigrationStarted.class);
        kill();
        try (FileJournal journal = FileJournal.open(folder)) {
            journal.append(Entries.of(command(1, 2, new SetRate(VM, BRISK)), Instant.now()));
        }

        begin();
        assertThat(reports.first(MigrationStarted.class).rate()).isEqualTo(BRISK);
        assertThat(reports.first(RateApplied.class)).isEqualTo(new RateApplied(M1, FIRST, new Sequence(2), BRISK));
        assertThat(hypervisor.rates()).containsExactly(BRISK);
    }

    @Test
    void an_adopted_migration_confirms_the_newest_rate_command_alone_and_names_it_as_the_cause() {
        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        agent.obey(command(1, 2, new SetRate(VM, BRISK)));
        CommandMessage newest = command(1, 3, new SetRate(VM, BitsPerSecond.mebibytesPerSecond(2)));
        agent.obey(newest);
        reports.first(RateApplied.class, applied -> applied.command().equals(new Sequence(3)));
        kill();

        begin();
        RateApplied confirmed = new RateApplied(M1, FIRST, new Sequence(3), BitsPerSecond.mebibytesPerSecond(2));
        reports.first(RateApplied.class);
        assertThat(reports.all(RateApplied.class)).containsExactly(confirmed);
        assertThat(reports.allSaid())
                .filteredOn(said -> said.report().equals(confirmed))
                .allSatisfy(said -> assertThat(said.cause()).contains(Cause.of(newest.head())));
    }

    @Test
    void an_adopted_migration_without_a_rate_command_confirms_none() {
        begin();
        agent.obey(command(1, 1, migrate(BRISK)));
        reports.first(MigrationStarted.class);
        kill();

        begin();
        reports.first(MigrationEnded.class);
        assertThat(reports.all(RateApplied.class)).isEmpty();
    }

    @Test
    void an_adopted_migration_that_is_out_of_time_is_stopped() {
        begin();
        agent.obey(command(1, 1, Commands.start(VM, uri(H2), SLOW, Duration.ofSeconds(3))));
        reports.first(MigrationStarted.class);
        kill();

        begin();
        assertThat(reports.first(MigrationEnded.class).verdict())
                .isInstanceOfSatisfying(
                        SourceVerdict.StayedAtSource.class,
                        stayed -> assertThat(stayed.failure()).isEqualTo(FailureKind.OUT_OF_TIME));
        awaitAt(H1, VmState.RUNNING);
    }

    @Test
    void an_agent_that_finds_its_hypervisor_silent_waits_before_it_says_anything() {
        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        reports.first(MigrationStarted.class);
        kill();
        hypervisor.breakDown("libvirt starts");

        newLife();
        Await.until("the new life under way", SOON, () -> hypervisor.refused() > 2);
        assertThat(agent.isAdopted()).isFalse();
        assertThat(reports.all()).isEmpty();
        hypervisor.recover();
        agent.adopted();
        reports.first(MigrationStarted.class);
    }

    /** Waits until the journal says that the end was reported, by starting new lives until none is open. */
    private void awaitClosed() {
        Await.until("the attempt closed", SOON, () -> {
            kill();
            boolean closed = journalled().open().isEmpty();
            if (!closed) {
                begin();
            }
            return closed;
        });
    }
}
