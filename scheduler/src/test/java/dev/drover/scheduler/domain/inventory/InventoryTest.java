package dev.drover.scheduler.domain.inventory;

import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.inventory.VmState;
import org.junit.jupiter.api.Test;

class InventoryTest {
    @Test
    void a_vm_is_at_home_where_it_runs_and_not_where_a_definition_of_it_stayed() {
        Inventory inventory = Inventory.EMPTY
                .with(host("h1", 64, vm(1, 4, VmState.MIGRATED_AWAY)))
                .with(host("h2", 64, running(1, 4)));
        assertThat(inventory.home(vm(1))).contains(id("h2"));
        assertThat(inventory.home(vm(2))).isEmpty();
    }
}
