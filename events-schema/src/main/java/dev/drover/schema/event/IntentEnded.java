package dev.drover.schema.event;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;
import java.util.List;

/** The last word on an intent. */
public record IntentEnded(IntentId intent, IntentOutcome outcome, List<BlockedVm> left) implements IntentEvent {
    /** A vm that is still where it was, and why. */
    public record BlockedVm(VmId vm, String why) {
        /** Long words are cut. */
        public BlockedVm {
            why = Check.cut(why);
        }
    }

    /** Copies the list. */
    public IntentEnded {
        left = List.copyOf(left);
    }
}
