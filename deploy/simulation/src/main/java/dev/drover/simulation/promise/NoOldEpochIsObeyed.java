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
        if (!(happening instanceof Happening.Accepted accepted)) {
            return List.of();
        }
        Epoch epoch = accepted.command().mark().epoch();
        Epoch before = newest.getOrDefault(accepted.host(), Epoch.NONE);
        if (epoch.compareTo(before) < 0) {
            return List.of(
                    accepted.host() + " has obeyed epoch " + before.value() + " and now obeys " + accepted.command());
        }
        newest.put(accepted.host(), epoch);
        return List.of();
    }
}
