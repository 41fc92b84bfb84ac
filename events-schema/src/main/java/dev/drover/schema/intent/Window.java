package dev.drover.schema.intent;

import dev.drover.schema.id.InvalidValueException;
import java.time.Instant;

/** When something may happen: not before {@code from}, and not from {@code until} on. */
public record Window(Instant from, Instant until) {
    /** Throws {@link InvalidValueException} for a window that ends before it begins. */
    public Window {
        if (!from.isBefore(until)) {
            throw new InvalidValueException("until", "is " + until + "; it must be later than from, " + from);
        }
    }
}
