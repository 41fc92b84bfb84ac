package dev.drover.agent.adapter.akka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.domain.Commands;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.RateApplied;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.telemetry.MigrationProgress;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A migration from its start to its end. */
class MigrationTest extends AgentScene {
    @Test
    void a_migration_is_started_sampled_and_its_end_reported_with_the_figures() {
        begin();
        agent.obey(command(1, 1, migrate(BRISK)));

        assertThat(reports.first(MigrationStarted.class)).isEqualTo(new MigrationStarted(M1, FIRST, BRISK));
        assertThat(reports.first(MigrationEnded.class).verdict())
                .isInstanceOfSatisfying(
                        SourceVerdict.Transferred.class,
                        left -> assertThat(left.figures()).isPresent());
        assertAt(H2, VmState.RUNNING);
        assertThat(hypervisor.started()).containsExactly(new MigrationRequest(VM, uri(H2), BRISK));
        assertThat(agent.samples()).hasSizeGreaterThan(3).allSatisfy(sample -> {
            MigrationProgress progress = (MigrationProgress) sample;
            assertThat(progress.migration()).isEqualTo(M1);
            assertThat(progress.vm()).isEqualTo(VM);
        });
    }

    @Test
    void a_rate_set_in_flight_is_applied_and_reported_in_whole_mebibytes() {
        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        agent.obey(command(1, 2, new SetRate(VM, new BitsPerSecond(BRISK.value() + 1))));

        assertThat(reports.first(RateApplied.class)).isEqualTo(new RateApplied(M1, FIRST, new Sequence(2), BRISK));
        assertThat(hypervisor.rates()).containsExactly(BRISK);
    }

    @Test
    void rates_are_set_in_the_order_they_were_given_however_long_one_takes() {
        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        reports.first(MigrationStarted.class);
        BitsPerSecond between = BitsPerSecond.mebibytesPerSecond(2);
        hypervisor.slowNextRate(Duration.ofMillis(500));
        agent.obey(command(1, 2, new SetRate(VM, between)));
        agent.obey(command(1, 3, new SetRate(VM, BRISK)));
        reports.first(RateApplied.class, applied -> applied.rate().equals(BRISK));
        assertThat(reports.all(RateApplied.class))
                .containsExactly(
                        new RateApplied(M1, FIRST, new Sequence(2), between),
                        new RateApplied(M1, FIRST, new Sequence(3), BRISK));
        assertThat(hypervisor.rates()).containsExactly(between, BRISK);
    }

    @Test
    void a_rate_that_comes_before_the_job_is_there_waits_for_it() {
        begin();
        CountDownLatch held = new CountDownLatch(1);
        hypervisor.holdStarts(held);
        agent.obey(command(1, 1, migrate(SLOW)));
        agent.obey(command(1, 2, new SetRate(VM, BRISK)));
        assertThat(reports.all(RateApplied.class)).isEmpty();
        held.countDown();

        reports.first(RateApplied.class);
        List<Report> milestones = reports.all().stream()
                .filter(report -> !(report instanceof InventoryReport))
                .toList();
        assertThat(milestones)
                .startsWith(new MigrationStarted(M1, FIRST, SLOW), new RateApplied(M1, FIRST, new Sequence(2), BRISK));
    }

    @Test
    void a_migration_that_is_out_of_time_is_stopped_and_the_guest_stays() {
        begin();
        agent.obey(command(1, 1, Commands.start(VM, uri(H2), SLOW, Duration.ofMillis(500))));
        assertThat(reports.first(MigrationEnded.class).verdict())
                .isInstanceOfSatisfying(
                        SourceVerdict.StayedAtSource.class,
                        stayed -> assertThat(stayed.failure()).isEqualTo(FailureKind.OUT_OF_TIME));
        awaitAt(H1, VmState.RUNNING);
    }

    @Test
    void a_migration_that_the_destination_refuses_leaves_the_guest_and_a_second_attempt_may_work() {
        begin();
        agent.obey(command(1, 1, Commands.start(VM, uri(H1), BRISK, SOON)));
        assertThat(reports.first(MigrationEnded.class).verdict())
                .isInstanceOfSatisfying(
                        SourceVerdict.StayedAtSource.class,
                        stayed -> assertThat(stayed.failure()).isEqualTo(FailureKind.DESTINATION_REFUSED));

        agent.obey(command(2, 2, migrate(BRISK)));
        MigrationEnded second =
                reports.first(MigrationEnded.class, end -> end.attempt().equals(FIRST.next()));
        assertThat(second.verdict()).isInstanceOf(SourceVerdict.Transferred.class);
        agent.obey(command(1, 3, new SetRate(VM, SLOW)));
        assertThat(reports.first(CommandRefused.class).refusal()).isEqualTo(RefusalReason.OLD_ATTEMPT);
    }

    @Test
    void an_end_is_reported_only_when_the_hypervisor_can_be_asked_about_it() {
        begin();
        agent.obey(command(1, 1, migrate(BRISK)));
        reports.first(MigrationStarted.class);
        hypervisor.breakDown("libvirt restarts");
        awaitAt(H2, VmState.RUNNING);
        assertThat(reports.all(MigrationEnded.class)).isEmpty();
        hypervisor.recover();
        assertThat(reports.first(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.Transferred.class);
    }

    @Test
    void a_call_that_does_not_return_after_its_job_is_gone_is_not_waited_for() {
        begin();
        CountDownLatch held = new CountDownLatch(1);
        hypervisor.holdReturns(held);
        agent.obey(command(1, 1, migrate(BRISK)));
        assertThat(reports.first(MigrationEnded.class).verdict())
                .isInstanceOfSatisfying(
                        SourceVerdict.Transferred.class,
                        left -> assertThat(left.figures()).isPresent());
        held.countDown();
    }

    @Test
    void a_call_that_is_lost_while_its_job_goes_on_ends_nothing() {
        begin();
        hypervisor.loseStarts();
        agent.obey(command(1, 1, migrate(BRISK)));
        assertThat(reports.first(MigrationStarted.class).rate()).isEqualTo(BRISK);
        assertThat(reports.first(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.Transferred.class);
        assertAt(H2, VmState.RUNNING);
    }
}
