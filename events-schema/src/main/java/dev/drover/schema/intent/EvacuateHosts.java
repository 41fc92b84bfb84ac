package dev.drover.schema.intent;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Bring every vm of some hosts to others, and let no vm come to them until they are released.
 *
 * @param window when migrations for it may start; without one, at once
 * @param deadline when all must be away; passing it is said and stops nothing
 * @param afterwards what becomes of the vms when the hosts are released
 */
public record EvacuateHosts(
        IntentId intent,
        EvacuationTarget target,
        Optional<Window> window,
        Optional<Instant> deadline,
        Priority priority,
        ReturnPolicy afterwards)
        implements LastingIntent {
    /** Throws {@link InvalidValueException} for a deadline that has passed before the window begins. */
    public EvacuateHosts {
        deadline.ifPresent(end -> window.ifPresent(begin -> notBefore(end, begin)));
    }

    /** One host, at once, without a deadline, and for good. */
    public static EvacuateHosts of(IntentId intent, HostId host) {
        return new EvacuateHosts(
                intent,
                new EvacuationTarget.Hosts(List.of(host)),
                Optional.empty(),
                Optional.empty(),
                Priority.NORMAL,
                ReturnPolicy.STAY);
    }

    private static void notBefore(Instant deadline, Window window) {
        if (deadline.isBefore(window.from())) {
            throw new InvalidValueException(
                    "deadline",
                    "is " + deadline + ", before the window begins at " + window.from()
                            + "; set a later one, or an earlier window");
        }
    }
}
