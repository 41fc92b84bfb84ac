package dev.drover.schema.intent;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.InvalidValueException;

/** An intent about another one. */
final class Other {
    private Other() {}

    /** Throws {@link InvalidValueException} when the intent that {@code field} names is {@code intent} itself. */
    static void than(IntentId intent, String field, IntentId named) {
        if (named.equals(intent)) {
            throw new InvalidValueException(
                    field,
                    "is " + named + ", this intent itself; name the one it is about, or give this one another id");
        }
    }
}
