package dev.drover.simulation.promise;

import dev.drover.schema.event.MigrationAttemptFailed;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationRunning;
import dev.drover.schema.event.MigrationTransferred;
import dev.drover.schema.event.RateGranted;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/** I16: zone time, inbox offsets, attempts and command numbers never run back; events say how far the inbox was read. */
final class ProgressIsMonotone implements Promise {
    private final TreeMap<String, Long> reached = new TreeMap<>();

    @Override
    public String id() {
        return "I16";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        if (!(happening instanceof Happening.Committed committed)) {
            return List.of();
        }
        List<String> broken = new ArrayList<>();
        String zone = committed.zone().value();
        for (EventMessage event : committed.events()) {
            rises(broken, zone + " time", event.head().at().toEpochMilli(), false);
            event.inboxOffset().ifPresent(offset -> rises(broken, zone + " inbox offset", offset.value(), false));
            attempt(event.event())
                    .ifPresent(attempt ->
                            rises(broken, zone + " attempt of " + event.event().subject(), attempt, false));
        }
        committed
                .readUpTo()
                .filter(read -> reached.getOrDefault(zone + " inbox offset", -1L) < read.value())
                .ifPresent(
                        read -> broken.add(zone + " inbox was read up to " + read.value() + ", and no event says so"));
        for (CommandMessage command : committed.commands()) {
            rises(
                    broken,
                    zone + " command of " + command.mark().migration(),
                    command.mark().sequence().value(),
                    true);
        }
        return broken;
    }

    private static OptionalLong attempt(ZoneEvent event) {
        return switch (event) {
            case MigrationDispatched sent -> OptionalLong.of(sent.attempt().value());
            case MigrationRunning running -> OptionalLong.of(running.attempt().value());
            case RateGranted granted -> OptionalLong.of(granted.attempt().value());
            case MigrationTransferred left -> OptionalLong.of(left.attempt().value());
            case MigrationAttemptFailed failed ->
                OptionalLong.of(failed.attempt().value());
            default -> OptionalLong.empty();
        };
    }

    private void rises(List<String> broken, String what, long now, boolean strictly) {
        long before = reached.getOrDefault(what, Long.MIN_VALUE);
        if (now < before || (strictly && now == before)) {
            broken.add(what + " was " + before + " and now is " + now);
        }
        reached.put(what, now);
    }
}
