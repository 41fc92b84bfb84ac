package dev.drover.schema.intent;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.InvalidValueException;

/** Go on with a paused intent. */
public record ResumeIntent(IntentId intent, IntentId target) implements Intent {
    /** Throws {@link InvalidValueException} where it names itself. */
    public ResumeIntent {
        Other.than(intent, "target", target);
    }
}
