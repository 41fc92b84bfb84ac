package dev.drover.simulation.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.engine.Batch;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.InboxRead;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.SnapshotMessage;
import dev.drover.schema.snapshot.SnapshotFooter;
import dev.drover.simulation.Parts;
import dev.drover.simulation.Simulation;
import dev.drover.simulation.scenario.Scenario;
import dev.drover.simulation.scenario.Scenarios;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The same state, whether a zone ran on, is replayed from its beginning, begins anew from its newest snapshot, or is
 * taken over.
 */
class RestartAtEveryEventTest {
    private static final int HISTORIES = 110;

    @Test
    void a_zone_is_the_same_after_every_event_however_it_got_there() {
        List<RestartedZone> zones = new ArrayList<>();
        for (long seed = 1; seed <= HISTORIES; seed++) {
            zones.addAll(zonesOf(seed, UnaryOperator.identity()));
        }
        long events = zones.stream().mapToLong(RestartedZone::events).sum();
        long starts = zones.stream().mapToLong(RestartedZone::snapshotStarts).sum();
        long after = zones.stream().mapToLong(RestartedZone::statesAfterStarts).sum();
        long warm = zones.stream().mapToLong(RestartedZone::warmTakeovers).sum();
        System.out.println(
                "restart at every event: " + HISTORIES + " histories of " + zones.size() + " zones, " + events
                        + " events, " + starts + " starts from snapshots and " + after
                        + " states after them compared, one takeover an event, "
                        + warm + " of them warm");
        assertThat(zones).flatExtracting(RestartedZone::differences).isEmpty();
        assertThat(zones.stream().filter(zone -> zone.events() > 0)).hasSizeGreaterThanOrEqualTo(100);
        assertThat(zones.stream().filter(zone -> zone.snapshotStarts() > 0)).hasSizeGreaterThanOrEqualTo(100);
        assertThat(after).as("nearly every event has a snapshot before it").isGreaterThan(events / 2);
        assertThat(warm)
                .as("nearly every other takeover begins with what a standby knew")
                .isGreaterThan(events / 4);
    }

    @Test
    void that_memory_differs_from_the_log_is_noticed() {
        assertThat(differences(happening -> happening instanceof Happening.HandedOver handed
                        ? new Happening.HandedOver(handed.zone(), handed.by(), forgetful(handed.batch()))
                        : happening))
                .anyMatch(difference -> difference.contains("in its owner's memory"));
    }

    @Test
    void that_a_snapshot_claims_to_stand_elsewhere_in_the_log_is_noticed() {
        assertThat(differences(happening -> happening instanceof Happening.Committed committed
                        ? new Happening.Committed(
                                committed.zone(),
                                committed.by(),
                                committed.end(),
                                committed.readUpTo(),
                                committed.events(),
                                committed.commands(),
                                committed.deadLetters(),
                                committed.snapshot().stream()
                                        .map(RestartAtEveryEventTest::oneEventTooEarly)
                                        .toList())
                        : happening))
                .anyMatch(difference -> difference.contains("begun anew from the snapshot"))
                .anyMatch(difference -> difference.contains("a new owner finds"));
    }

    private static Batch forgetful(Batch batch) {
        return new Batch(
                batch.readUpTo(),
                batch.events().stream()
                        .map(event -> event.event() instanceof HostInventoryRecorded
                                ? new EventMessage(
                                        event.head(),
                                        event.epoch(),
                                        event.inboxOffset(),
                                        event.origin(),
                                        new InboxRead(List.of()))
                                : event)
                        .toList(),
                batch.commands(),
                batch.deadLetters(),
                batch.snapshot());
    }

    private static SnapshotMessage oneEventTooEarly(SnapshotMessage part) {
        return part.content() instanceof SnapshotFooter footer
                ? new SnapshotMessage(
                        part.head(),
                        part.slot(),
                        part.part(),
                        new SnapshotFooter(
                                footer.ofEvents(),
                                footer.parts(),
                                new LogPosition(footer.position().value() - 1),
                                footer.at(),
                                footer.digest()))
                : part;
    }

    private static List<String> differences(UnaryOperator<Happening> bug) {
        return zonesOf(2, bug).stream()
                .flatMap(zone -> zone.differences().stream())
                .toList();
    }

    private static List<RestartedZone> zonesOf(long seed, UnaryOperator<Happening> seen) {
        Scenario scenario = Scenarios.of(seed);
        TreeMap<ZoneId, RestartedZone> zones = new TreeMap<>();
        Simulation.run(scenario, Parts.PRODUCTION, truth -> List.of(), (at, happening) -> {
            switch (seen.apply(happening)) {
                case Happening.HandedOver handed ->
                    zone(zones, handed.zone(), scenario).saw(handed);
                case Happening.Committed committed ->
                    zone(zones, committed.zone(), scenario).saw(committed);
                case Happening.Published published ->
                    zone(zones, published.zone(), scenario).saw(published);
                default -> {} // changes nothing in the log, nor in what owners make of it
            }
        });
        return List.copyOf(zones.values());
    }

    private static RestartedZone zone(TreeMap<ZoneId, RestartedZone> zones, ZoneId zone, Scenario scenario) {
        return zones.computeIfAbsent(zone, unused -> new RestartedZone(zone, scenario));
    }
}
