package dev.drover.schema.forecast;

import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;

/**
 * Under what terms a guest is to be moved.
 *
 * @param rate of the path, as links are measured: with all that is wrapped around the data
 * @param downtimeLimit for how long QEMU may plan to stop the guest
 * @param blackoutMost how far that limit may be raised: what the guest was promised, less the handover
 * @param autoConverge whether the guest may be slowed down
 * @param postCopy whether it may run at the destination before all of its memory is there
 */
public record Terms(
        BitsPerSecond rate, Duration downtimeLimit, Duration blackoutMost, boolean autoConverge, boolean postCopy) {
    /** QEMU's own limit ({@code downtime-limit} in its migration parameters). */
    public static final Duration USUAL_LIMIT = Duration.ofMillis(300);

    /** Throws {@link InvalidValueException} for a limit that breaks what was promised. */
    public Terms {
        if (downtimeLimit.isNegative() || downtimeLimit.compareTo(blackoutMost) > 0) {
            throw new InvalidValueException(
                    "downtimeLimit", "is " + downtimeLimit + "; it must be at most blackoutMost, " + blackoutMost);
        }
    }

    /** Pre-copy and nothing else. */
    public static Terms plain(BitsPerSecond rate, Duration downtimeLimit) {
        return new Terms(rate, downtimeLimit, downtimeLimit, false, false);
    }
}
