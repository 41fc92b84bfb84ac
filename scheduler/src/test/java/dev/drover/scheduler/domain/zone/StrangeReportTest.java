package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.arrived;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.released;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.migration;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.RateApplied;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.SourceReleased;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.VmObserved;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StrangeReportTest {
    private static final MigrationId M = migration(7);
    private static final BitsPerSecond RATE = BitsPerSecond.mebibytesPerSecond(800);

    @Test
    void a_host_speaks_for_itself_alone() {
        zone().when(told("h1", new InventoryReport(host("h2", 64)))).thenNothing();
    }

    @Test
    void a_host_that_is_no_end_of_the_migration_is_not_listened_to() {
        dispatched()
                .when(told("h3", new MigrationStarted(M, Attempt.FIRST, RATE)))
                .thenNothing()
                .when(told("h3", new VmObserved(M, Attempt.FIRST, vm(1), Optional.empty(), false)))
                .thenNothing();
    }

    @Test
    void the_destination_may_say_only_what_it_sees() {
        dispatched()
                .when(told("h2", new MigrationStarted(M, Attempt.FIRST, RATE)))
                .thenNothing()
                .when(told("h2", new RateApplied(M, Attempt.FIRST, Sequence.FIRST, RATE)))
                .thenNothing()
                .when(told("h2", new MigrationEnded(M, Attempt.FIRST, new SourceVerdict.Transferred(Optional.empty()))))
                .thenNothing()
                .when(told("h2", new SourceReleased(M, Attempt.FIRST)))
                .thenNothing()
                .when(told(
                        "h2",
                        new CommandRefused(
                                M, Attempt.FIRST, new Sequence(1), RefusalReason.EXPIRED, "it came too late")))
                .thenNothing();
    }

    @Test
    void what_the_destination_sees_counts_only_once_the_source_says_that_the_guest_left() {
        dispatched()
                .when(arrived(vm(1)))
                .thenNothing()
                .when(started(vm(1)))
                .when(arrived(vm(1)))
                .thenNothing();
    }

    @Test
    void a_source_is_not_released_before_the_guest_was_seen_at_its_destination() {
        dispatched()
                .when(released(vm(1)))
                .thenNothing()
                .when(started(vm(1)))
                .when(left(vm(1)))
                .when(released(vm(1)))
                .thenNothing();
    }

    @Test
    void an_earlier_attempt_is_not_listened_to() {
        dispatched()
                .when(stayed(vm(1), FailureKind.ABORTED))
                .after(Duration.ofSeconds(5))
                .when(settle())
                .when(told("h1", new MigrationStarted(M, Attempt.FIRST, RATE)))
                .thenNothing()
                .when(told("h1", new MigrationEnded(M, Attempt.FIRST, new SourceVerdict.Transferred(Optional.empty()))))
                .thenNothing();
    }

    @Test
    void a_migration_that_nobody_planned_is_not_listened_to() {
        dispatched()
                .when(told("h1", new MigrationStarted(migration(99), Attempt.FIRST, RATE)))
                .thenNothing();
    }

    @Test
    void a_second_start_or_end_changes_nothing() {
        dispatched()
                .when(started(vm(1)))
                .when(started(vm(1)))
                .thenNothing()
                .when(left(vm(1)))
                .when(left(vm(1)))
                .thenNothing()
                .when(stayed(vm(1), FailureKind.ABORTED))
                .thenNothing();
    }

    @Test
    void an_end_that_overtakes_its_start_is_an_end() {
        ZoneScenario zone = dispatched().when(left(vm(1)));
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.CONFIRMING);
    }

    private static ZoneScenario dispatched() {
        return zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)), known(host("h3", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
    }
}
