package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.event.HostQuarantined;
import dev.drover.schema.event.HostTrusted;
import dev.drover.schema.report.InventoryReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuarantineTest {
    private static final Duration BEYOND = Duration.ofMillis(2_001);

    @Test
    void a_host_whose_clock_is_further_ahead_than_the_skew_is_quarantined_with_the_cure() {
        two().when(told("h2", new InventoryReport(host("h2", 64)), BEYOND))
                .then(
                        events(
                                new HostQuarantined(
                                        id("h2"),
                                        "its clock is 2001 ms ahead of the scheduler's; at most 2000 ms are allowed: set it right")),
                        noCommands());
    }

    @Test
    void within_the_skew_it_is_trusted_and_a_late_report_says_nothing() {
        two().when(told("h2", new InventoryReport(host("h2", 64)), Duration.ofSeconds(2)))
                .thenNothing()
                .when(told("h2", new InventoryReport(host("h2", 64)), Duration.ofHours(-1)))
                .thenNothing();
    }

    @Test
    void it_is_said_once_and_taken_back_with_the_first_report_in_time() {
        two().when(told("h2", new InventoryReport(host("h2", 64)), BEYOND))
                .when(told("h2", new InventoryReport(host("h2", 64)), BEYOND))
                .thenNothing()
                .when(told("h2", new InventoryReport(host("h2", 64))))
                .then(events(new HostTrusted(id("h2"))), noCommands());
    }

    @Test
    void what_it_says_counts_all_the_same() {
        ZoneScenario zone = two().when(told("h2", new InventoryReport(host("h2", 32)), BEYOND));
        assertThat(zone.lastEvents()).hasSize(2).endsWith(known(host("h2", 32)));
    }

    @Test
    void no_vm_is_sent_there_and_none_starts_from_there_until_it_is_trusted_again() {
        ZoneScenario zone = two().given(known(host("h3", 64)))
                .when(told("h2", new InventoryReport(host("h2", 64)), BEYOND))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h3"));

        ZoneScenario source = two().when(told("h1", new InventoryReport(host("h1", 64, running(1, 4))), BEYOND))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(source.moving(vm(1)).phase()).isEqualTo(MigrationPhase.QUEUED);
        source.when(told("h1", new InventoryReport(host("h1", 64, running(1, 4)))))
                .when(settle());
        assertThat(source.moving(vm(1)).phase()).isEqualTo(MigrationPhase.DISPATCHED);
    }

    @Test
    void of_a_host_that_nobody_knows_the_clock_is_not_judged_yet() {
        zone().when(told("h1", new InventoryReport(host("h1", 64)), BEYOND))
                .then(events(known(host("h1", 64))), noCommands());
    }

    private static ZoneScenario two() {
        return zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)));
    }
}
