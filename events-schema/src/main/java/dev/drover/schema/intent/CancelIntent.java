package dev.drover.schema.intent;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.InvalidValueException;

/** End that intent: start nothing more for it, and stop what can still be stopped with the guest where it is. */
public record CancelIntent(IntentId intent, IntentId target) implements Intent {
    /** Throws {@link InvalidValueException} where it names itself. */
    public CancelIntent {
        Other.than(intent, "target", target);
    }
}
