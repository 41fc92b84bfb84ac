package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.MIGRATION;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.tick;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEnded.BlockedVm;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.MigrationQueried;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.ForgetHost;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host that never answers again must not hold a zone for ever. */
class SilentHostTest {
    @ParameterizedTest(name = "{0}: {1} does not answer")
    @CsvSource({
        "PREPARING, h2",
        "DISPATCHED, h1",
        "RUNNING, h1",
        "CANCELLING, h1",
        "SEVERED, h2",
        "CLEARING, h2",
        "CONFIRMING, h2",
        "RELEASING, h1"
    })
    void after_enough_questions_without_an_answer_an_operator_is_called(MigrationPhase phase, String silent) {
        ZoneScenario zone = Situations.in(phase);
        BitsPerSecond charged = zone.state().leases().charged(MIGRATION);
        int questions = 0;
        while (zone.moving(vm(1)).phase() == phase) {
            zone.after(Duration.ofHours(1)).when(tick());
            questions += (int) zone.lastEvents().stream()
                    .filter(event -> event instanceof MigrationQueried asked
                            && asked.migration().equals(MIGRATION)
                            && asked.host().equals(id(silent)))
                    .count();
        }
        assertThat(questions).isEqualTo(zone.policy().questionsBeforeOperator());
        assertThat(zone.lastEvents())
                .contains(new MigrationUnresolved(
                        MIGRATION,
                        silent + " was asked 12 times and has not said what became of it",
                        phase.mayTransfer()));
        assertThat(zone.state()
                        .intents()
                        .task(new IntentId("drain"))
                        .orElseThrow()
                        .blocked())
                .as("whoever asked for it is told")
                .containsEntry(
                        vm(1),
                        "an operator must look at " + MIGRATION + ": " + silent
                                + " was asked 12 times and has not said what became of it");
        assertThat(zone.state().leases().charged(MIGRATION))
                .as("it may still be sending, as long as nobody has looked")
                .isEqualTo(charged);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"RUNNING, h1", "CLEARING, h2"})
    void once_the_operator_has_said_where_the_guest_is_the_dead_host_can_be_forgotten(
            MigrationPhase phase, String dead) {
        ZoneScenario zone = Situations.in(phase);
        while (zone.moving(vm(1)).phase() == phase) {
            zone.after(Duration.ofHours(1)).when(tick());
        }
        zone.when(asked(new ResolveMigration(
                new IntentId("resolve"), MIGRATION, OperatorVerdict.AT_SOURCE, "power is off, seen in the rack")));
        assertThat(zone.state().leases().of(MIGRATION)).isEmpty();
        assertThat(zone.state().migrations().active()).doesNotContainKey(MIGRATION);
        while (zone.state()
                .migrations()
                .of(vm(2))
                .filter(one -> one.phase() != MigrationPhase.NEEDS_OPERATOR)
                .isPresent()) {
            zone.after(Duration.ofHours(1)).when(tick());
        }
        zone.when(asked(new ResolveMigration(
                new IntentId("resolve-2"),
                zone.moving(vm(2)).id(),
                OperatorVerdict.AT_SOURCE,
                "power is off, seen in the rack")));
        zone.when(asked(new ForgetHost(new IntentId("forget"), id(dead))));
        assertThat(zone.state().inventory().host(id(dead))).isEmpty();
    }

    @Test
    void a_drain_of_the_host_it_came_to_ends_with_the_word_that_an_operator_is_awaited() {
        ZoneScenario zone = Situations.in(MigrationPhase.RELEASING);
        while (zone.moving(vm(1)).phase() == MigrationPhase.RELEASING) {
            zone.after(Duration.ofHours(1)).when(tick());
        }
        zone.when(told("h2", new InventoryReport(Fleet.host("h2", 64, Fleet.running(1, 4)))))
                .when(asked(Fleet.evacuate("drain-h2", "h2")))
                .when(settle());
        assertThat(zone.lastEvents())
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(IntentEnded.class, end -> {
                    assertThat(end.intent()).isEqualTo(new IntentId("drain-h2"));
                    assertThat(end.outcome()).isEqualTo(IntentOutcome.PARTIAL);
                    assertThat(end.left())
                            .contains(new BlockedVm(vm(1), "an operator must look at " + MIGRATION + " first"));
                }));
    }
}
