package dev.drover.scheduler.domain.plan;

import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.intent.Intents;
import dev.drover.scheduler.domain.intent.Task;
import dev.drover.scheduler.domain.inventory.Inventory;
import dev.drover.scheduler.domain.migration.Migrations;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.schema.event.HostCordoned;
import dev.drover.schema.event.HostQuarantined;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePMap;

class RoomTest {
    private static final HostId H1 = new HostId("h1");
    private static final HostId H2 = new HostId("h2");
    private static final ZoneState EMPTY = ZoneState.empty(Fleet.ZONE);

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
        assertThat(Room.of(EMPTY.with(inventory)).free()).containsExactly(Map.entry(H1, Bytes.gibibytes(57)));
    }

    @Test
    void a_host_with_more_promised_than_it_has_takes_nothing_and_is_not_below_zero() {
        Inventory inventory = Inventory.EMPTY.with(host("h1", 8, vm(1, 16, VmState.RUNNING)));
        Room room = Room.of(EMPTY.with(inventory));
        assertThat(room.free()).containsEntry(H1, Bytes.ZERO);
        assertThat(room.fits(H1, Bytes.gibibytes(1))).isFalse();
    }

    @Test
    void what_is_on_its_way_is_counted_until_its_destination_shows_it() {
        Migrations onTheWay = Migrations.EMPTY.evolve(plan(), Instant.EPOCH);
        Inventory before = Inventory.EMPTY.with(host("h2", 64));
        assertThat(Room.of(EMPTY.with(before).with(onTheWay)).free()).containsEntry(H2, Bytes.gibibytes(60));

        Inventory showing = Inventory.EMPTY.with(host("h2", 64, vm(1, 4, VmState.INCOMING)));
        assertThat(Room.of(EMPTY.with(showing).with(onTheWay)).free()).containsEntry(H2, Bytes.gibibytes(60));
    }

    @Test
    void a_definition_at_the_destination_is_not_the_vm_that_was_promised_its_memory() {
        Migrations onTheWay = Migrations.EMPTY.evolve(plan(), Instant.EPOCH);
        Inventory inventory = Inventory.EMPTY.with(host("h2", 64, vm(1, 4, VmState.SHUT_OFF)));
        assertThat(Room.of(EMPTY.with(inventory).with(onTheWay)).free()).containsEntry(H2, Bytes.gibibytes(60));
    }

    @Test
    void a_host_that_is_being_evacuated_is_not_in_it() {
        Intents intents = Intents.EMPTY.with(Task.of(evacuate("drain", "h1"), List.of(H1), TreePMap.empty()));
        Inventory inventory = Inventory.EMPTY.with(host("h1", 64)).with(host("h2", 64));
        assertThat(Room.of(EMPTY.with(inventory).with(intents)).free()).containsOnlyKeys(H2);
    }

    @Test
    void a_host_that_is_cordoned_or_whose_clock_is_wrong_is_not_in_it() {
        Inventory inventory = Inventory.EMPTY
                .with(host("h1", 64))
                .with(host("h2", 64))
                .with(host("h3", 64))
                .evolve(new HostCordoned(H1, new IntentId("cordon")))
                .evolve(new HostQuarantined(new HostId("h3"), "its clock is fast"));
        assertThat(Room.of(EMPTY.with(inventory)).free()).containsOnlyKeys(H2);
    }

    @Test
    void what_is_promised_is_gone_from_the_host_and_from_no_other() {
        Room room = Room.of(EMPTY.with(Inventory.EMPTY.with(host("h1", 64)).with(host("h2", 64))));
        Room less = room.without(H1, Bytes.gibibytes(60));
        assertThat(less.fits(H1, Bytes.gibibytes(5))).isFalse();
        assertThat(less.fits(H2, Bytes.gibibytes(64))).isTrue();
        assertThat(room.fits(H1, Bytes.gibibytes(64))).isTrue();
        assertThat(room.without(new HostId("h3"), Bytes.ZERO)).isEqualTo(room);
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
