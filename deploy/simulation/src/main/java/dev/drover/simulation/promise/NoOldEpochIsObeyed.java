package dev.drover.simulation.promise;

import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.HostId;
import dev.drover.simulation.witness.Happening;
import java.util.List;
import java.util.TreeMap;

/** I12: once an agent has obeyed an epoch, it obeys no older one, in any of its lives. */
final class NoOldEpochIsObeyed implements Promise {
    private final TreeMap<HostId, Epoch> newest = new TreeMap<>();

    @Override
    public String id() {
        return "I12";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        if (!(happening instanceof Happening.Executed executed)) {
            return List.of();
        }
        Epoch epoch = executed.command().mark().epoch();
        Epoch before = newest.getOrDefault(executed.host(), Epoch.NONE);
        if (epoch.compareTo(before) < 0) {
            return List.of(
                    executed.host() + " has obeyed epoch " + before.value() + " and now obeys " + executed.command());
        }
        newest.put(executed.host(), epoch);
        return List.of();
    }
}
