package dev.drover.schema.event;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.IntentId;

/** The zone does not work on this, and why. */
public record IntentRefused(IntentId intent, String why) implements IntentEvent {
    /** Long words are cut. */
    public IntentRefused {
        why = Check.cut(why);
    }
}
