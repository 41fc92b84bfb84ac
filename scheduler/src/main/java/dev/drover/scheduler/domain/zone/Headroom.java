package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.bandwidth.LinkId;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the links still have beside the rates that are granted. A share alone does not say: a migration that was told to
 * start keeps its rate until it runs, whatever its share has become. Mutable, and gone with its turn.
 */
final class Headroom {
    private final SortedMap<LinkId, Long> bitsPerSecond = new TreeMap<>();
    private final BitsPerSecond quantum;

    Headroom(SortedMap<LinkId, BitsPerSecond> capacity, List<Migration> granted, BitsPerSecond quantum) {
        this.quantum = quantum;
        capacity.forEach((link, all) -> bitsPerSecond.put(link, all.value()));
        granted.forEach(one -> add(one, -one.granted().value()));
    }

    /** Of {@code wanted}, as much as the migration can have in place of what it has. */
    BitsPerSecond upTo(BitsPerSecond wanted, Migration migration) {
        long beside = Links.path(migration).stream()
                .mapToLong(link -> bitsPerSecond.getOrDefault(link, 0L))
                .min()
                .orElse(0);
        long most = Math.max(0, beside + migration.granted().value());
        return wanted.min(new BitsPerSecond(most)).roundedDownTo(quantum);
    }

    /** The migration has {@code rate} now, in place of what it had. */
    void grant(BitsPerSecond rate, Migration migration) {
        add(migration, migration.granted().value() - rate.value());
    }

    private void add(Migration migration, long change) {
        Links.path(migration).forEach(link -> bitsPerSecond.merge(link, change, Long::sum));
    }
}
