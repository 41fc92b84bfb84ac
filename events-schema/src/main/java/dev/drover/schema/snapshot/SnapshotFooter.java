package dev.drover.schema.snapshot;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.LogPosition;
import java.time.Instant;

/**
 * The last record of a snapshot, which vouches for the others.
 *
 * @param parts how many chunks there are
 * @param position where in the event log to go on from
 * @param at the zone's time
 * @param digest of the chunks in their order: SHA-256 over their bodies, in hexadecimal
 */
public record SnapshotFooter(long ofEvents, int parts, LogPosition position, Instant at, String digest)
        implements SnapshotPart {
    /** Throws {@link dev.drover.schema.id.InvalidValueException} for figures that can't be. */
    public SnapshotFooter {
        Check.atLeast("ofEvents", ofEvents, 0);
        Check.atLeast("parts", parts, 1);
        Check.name("digest", digest, 64);
    }
}
