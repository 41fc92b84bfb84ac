package dev.drover.simulation.promise;

import dev.drover.schema.id.ZoneId;
import java.util.Collection;
import java.util.TreeMap;

/** A ledger for each zone. */
final class Ledgers {
    private final TreeMap<ZoneId, Ledger> zones = new TreeMap<>();

    Ledger of(ZoneId zone) {
        return zones.computeIfAbsent(zone, Ledger::new);
    }

    Collection<Ledger> all() {
        return zones.values();
    }
}
