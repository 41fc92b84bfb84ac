package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.again;
import static dev.drover.scheduler.domain.zone.ZoneScenario.decider;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.takeover;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.ReportMark;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateTest {
    @Test
    void every_durable_input_of_a_run_gives_nothing_when_it_is_read_again_at_once() {
        ZoneScenario run = Recording.run();
        ZoneDecider decider = decider(run.policy());
        List<ZoneScenario.Step> durable = run.steps().stream()
                .filter(step -> step.input() instanceof ZoneInput.Durable)
                .toList();
        assertThat(durable).hasSizeGreaterThan(20);
        assertThat(durable)
                .allSatisfy(step -> assertThat(decider.decide(step.after(), step.input()))
                        .isEqualTo(new Decision(List.of(), List.of(), step.after())));
    }

    @Test
    void every_report_that_counted_gives_nothing_when_it_is_read_again_at_the_end() {
        ZoneScenario run = Recording.run();
        ZoneDecider decider = decider(run.policy());
        assertThat(run.steps().stream()
                        .filter(step -> step.input() instanceof ZoneInput.Durable)
                        .filter(step -> !step.decision().events().isEmpty()))
                .allSatisfy(step -> assertThat(decider.decide(run.state(), step.input()))
                        .isEqualTo(new Decision(List.of(), List.of(), run.state())));
    }

    @Test
    void a_report_that_counted_does_not_count_again_after_a_takeover() {
        ZoneScenario zone = OverdueTest.dispatched();
        ZoneInput report = started(vm(1)).at(zone);
        zone.when(again(report));
        assertThat(zone.lastEvents()).hasSize(2);
        zone.when(takeover("node-2")).when(again(report)).thenNothing();
    }

    @Test
    void nothing_of_an_earlier_life_of_an_agent_counts_once_the_next_has_spoken() {
        ZoneScenario zone = OverdueTest.dispatched();
        Migration migration = zone.moving(vm(1));
        MigrationStarted started = new MigrationStarted(migration.id(), migration.attempt(), zone.granted(vm(1)));
        zone.when(told(mark(2, 1), new InventoryReport(host("h1", 60, running(1, 4)))))
                .when(told(mark(1, 900), started))
                .thenNothing()
                .when(told(mark(2, 1), started))
                .thenNothing()
                .when(told(mark(2, 2), started));
        assertThat(zone.lastEvents()).hasSize(2);
    }

    @Test
    void an_inventory_that_says_nothing_new_is_not_recorded() {
        zone().given(known(host("h1", 64)))
                .when(told("h1", new InventoryReport(host("h1", 64))))
                .thenNothing();
    }

    private static ReportMark mark(long incarnation, long sequence) {
        return new ReportMark(id("h1"), new Incarnation(incarnation), new Sequence(sequence));
    }
}
