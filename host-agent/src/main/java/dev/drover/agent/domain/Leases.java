package dev.drover.agent.domain;

import dev.drover.schema.id.Epoch;
import java.time.Instant;
import java.util.Comparator;

/**
 * Until when all granted rates hold, as it was last said. It is known, not enforced: no rate is lowered when it is over.
 *
 * @param epoch the ownership under which it was said
 */
public record Leases(Epoch epoch, Instant until) {
    private static final Comparator<Leases> NEWNESS =
            Comparator.comparing(Leases::epoch).thenComparing(Leases::until);

    /** Whether this says more: it is a newer owner's word, or the same one's and reaches further. */
    boolean isNewerThan(Leases other) {
        return NEWNESS.compare(this, other) > 0;
    }
}
