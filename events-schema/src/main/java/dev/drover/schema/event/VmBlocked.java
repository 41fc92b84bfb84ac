package dev.drover.schema.event;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;

/** The vm can't be moved for this intent as things are, and why. It never blocks the others. */
public record VmBlocked(IntentId intent, VmId vm, String why) implements IntentEvent {
    /** Long words are cut. */
    public VmBlocked {
        why = Check.cut(why);
    }
}
