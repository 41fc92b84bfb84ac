package dev.drover.schema.intent;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.InvalidValueException;

/** The hosts of that evacuation may be used again. Under {@link ReturnPolicy#RETURN} its vms come back. */
public record ReleaseHosts(IntentId intent, IntentId evacuation) implements Intent {
    /** Throws {@link InvalidValueException} where it names itself. */
    public ReleaseHosts {
        Other.than(intent, "evacuation", evacuation);
    }
}
