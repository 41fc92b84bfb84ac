package dev.drover.schema.intent;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.InvalidValueException;

/** Start nothing more for that intent until it is resumed. What is under way goes on. */
public record PauseIntent(IntentId intent, IntentId target) implements Intent {
    /** Throws {@link InvalidValueException} where it names itself. */
    public PauseIntent {
        Other.than(intent, "target", target);
    }
}
