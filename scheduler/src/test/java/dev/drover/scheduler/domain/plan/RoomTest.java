package dev.drover.scheduler.domain.plan;

import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.intent.Intents;
import dev.drover.scheduler.domain.inventory.Inventory;
import dev.drover.scheduler.domain.migration.Migrations;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.Bytes;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final HostId H1 = new HostId("h1");
    private static final HostId H2 = new HostId("h2");

    @Test
    void what_vms_hold_is_not_free_and_definitions_hold_nothing() {
        Inventory inventory = Inventory.EMPTY.with(host(
                "h1",
                64,
                vm(1, 1, VmState.RUNNING),
                vm(2, 2, VmState.PAUSED),
                vm(3, 4, VmState.INCOMING),
                vm(4, 8, VmState.SHUT_OFF),
                vm(5, 16, VmState.MIGRATED_AWAY)));
        assertThat(Room.of(inventory, Intents.EMPTY, Migrations.EMPTY).free())
                .containsExactly(Map.entry(H1, Bytes.gibibytes(57)));
    }

    @Test
    void a_host_with_more_promised_than_it_has_takes_nothing_and_is_not_below_zero() {
        Inventory inventory = Inventory.EMPTY.with(host("h1", 8, vm(1, 16, VmState.RUNNING)));
        Room room = Room.of(inventory, Intents.EMPTY, Migrations.EMPTY);
        assertThat(room.free()).containsEntry(H1, Bytes.ZERO);
        assertThat(room.fits(H1, Bytes.gibibytes(1))).isFalse();
    }

    @Test
    void what_is_on_its_way_is_counted_until_its_destination_shows_it() {
        Migrations onTheWay = Migrations.EMPTY.evolve(plan(), Instant.EPOCH);
        Inventory before = Inventory.EMPTY.with(host("h2", 64));
        assertThat(Room.of(before, Intents.EMPTY, onTheWay).free()).containsEntry(H2, Bytes.gibibytes(60));

        Inventory showing = Inventory.EMPTY.with(host("h2", 64, vm(1, 4, VmState.INCOMING)));
        assertThat(Room.of(showing, Intents.EMPTY, onTheWay).free()).containsEntry(H2, Bytes.gibibytes(60));
    }

    @Test
    void a_definition_at_the_destination_is_not_the_vm_that_was_promised_its_memory() {
        Migrations onTheWay = Migrations.EMPTY.evolve(plan(), Instant.EPOCH);
        Inventory inventory = Inventory.EMPTY.with(host("h2", 64, vm(1, 4, VmState.SHUT_OFF)));
        assertThat(Room.of(inventory, Intents.EMPTY, onTheWay).free()).containsEntry(H2, Bytes.gibibytes(60));
    }

    @Test
    void a_host_that_is_being_evacuated_is_not_in_it() {
        Intents intents = Intents.EMPTY.evolve(new IntentAccepted(evacuate("drain", "h1")));
        Inventory inventory = Inventory.EMPTY.with(host("h1", 64)).with(host("h2", 64));
        assertThat(Room.of(inventory, intents, Migrations.EMPTY).free()).containsOnlyKeys(H2);
    }

    @Test
    void hosts_can_be_left_out() {
        Inventory inventory = Inventory.EMPTY.with(host("h1", 64)).with(host("h2", 64));
        Room room = Room.of(inventory, Intents.EMPTY, Migrations.EMPTY).only(host -> !host.equals(H1));
        assertThat(room.free()).containsOnlyKeys(H2);
        assertThat(room.fits(H1, Bytes.ZERO)).isFalse();
    }

    private static MigrationPlanned plan() {
        return new MigrationPlanned(
                new MigrationId("m-1"),
                new IntentId("drain"),
                Fleet.vm(1),
                new VmName("vm-1"),
                Bytes.gibibytes(4),
                H1,
                H2);
    }
}
