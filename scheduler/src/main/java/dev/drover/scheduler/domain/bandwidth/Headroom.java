package dev.drover.scheduler.domain.bandwidth;

import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the links still have beside the rates that are charged. A share alone does not say: a migration that was told
 * another rate keeps being charged for the old one until it has said that it obeys. Mutable, and gone with its turn.
 */
public final class Headroom {
    private final SortedMap<LinkId, Long> bitsPerSecond = new TreeMap<>();
    private final BitsPerSecond quantum;

    /** Nothing is charged yet. */
    public Headroom(SortedMap<LinkId, BitsPerSecond> capacity, BitsPerSecond quantum) {
        this.quantum = quantum;
        capacity.forEach((link, all) -> bitsPerSecond.put(link, all.value()));
    }

    /**
     * Of {@code wanted}, as much as fits on the path in place of what is charged there. A link that has become too narrow
     * for all that is charged on it is relieved by nothing but slowing down: on such a path nobody gets more than the rate
     * {@code granted} before, not even within a higher one that is charged only until the migration obeys.
     */
    public BitsPerSecond upTo(BitsPerSecond wanted, List<LinkId> path, BitsPerSecond granted, BitsPerSecond charged) {
        long beside = path.stream()
                .mapToLong(link -> bitsPerSecond.getOrDefault(link, 0L))
                .min()
                .orElse(0);
        BitsPerSecond most = beside < 0 ? granted : new BitsPerSecond(charged.value() + beside);
        return wanted.min(most).roundedDownTo(quantum);
    }

    /** The path is charged {@code now} in place of {@code before}. */
    public void charge(List<LinkId> path, BitsPerSecond before, BitsPerSecond now) {
        path.forEach(link -> bitsPerSecond.merge(link, before.value() - now.value(), Long::sum));
    }
}
