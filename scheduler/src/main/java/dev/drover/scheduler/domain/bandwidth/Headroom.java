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
     * Of {@code wanted}, as much as fits on the path in place of what is charged there. What is charged fits always: a
     * link that has become too narrow for it is relieved by nothing but slowing down.
     */
    public BitsPerSecond upTo(BitsPerSecond wanted, List<LinkId> path, BitsPerSecond charged) {
        long beside = path.stream()
                .mapToLong(link -> bitsPerSecond.getOrDefault(link, 0L))
                .min()
                .orElse(0);
        long most = charged.value() + Math.max(0, beside);
        return wanted.min(new BitsPerSecond(most)).roundedDownTo(quantum);
    }

    /**
     * Whether a link of the path is charged with more than it has. Then nobody on it may be told to go faster, not even
     * within what it is charged for already: what it is charged for counts only until it obeys a slower rate.
     */
    public boolean isOverbooked(List<LinkId> path) {
        return path.stream().anyMatch(link -> bitsPerSecond.getOrDefault(link, 0L) < 0);
    }

    /** The path is charged {@code now} in place of {@code before}. */
    public void charge(List<LinkId> path, BitsPerSecond before, BitsPerSecond now) {
        path.forEach(link -> bitsPerSecond.merge(link, before.value() - now.value(), Long::sum));
    }
}
