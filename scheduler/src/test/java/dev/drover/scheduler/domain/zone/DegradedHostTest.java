package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.report.InventoryReport;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A host whose agent begins nothing new: it keeps what it has, and gets nothing. */
class DegradedHostTest {
    private static final Optional<String> FULL = Optional.of("the disk of its journal is full");
    private static final HostFacts H1 = host("h1", 64, running(1, 4));

    @Test
    void no_vm_is_sent_there() {
        ZoneScenario zone = zone().given(known(H1), known(host("h2", 64).degraded(FULL)), known(host("h3", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h3"));
    }

    @Test
    void none_starts_from_there_until_it_is_well_again() {
        ZoneScenario zone = zone().given(known(H1.degraded(FULL)), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.QUEUED);
        zone.when(told("h1", new InventoryReport(H1))).when(settle());
        assertThat(zone.moving(vm(1)).phase()).isEqualTo(MigrationPhase.DISPATCHED);
    }
}
