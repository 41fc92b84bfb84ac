package dev.drover.schema.event;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.VmId;
import java.util.Comparator;
import java.util.List;

/**
 * The last word on an intent.
 *
 * @param left the first vms that it left undone, in the order of their ids, at most {@value #SHOWN}
 * @param leftInAll how many it left undone, named here or not
 */
public record IntentEnded(IntentId intent, IntentOutcome outcome, List<BlockedVm> left, long leftInAll)
        implements IntentEvent {
    /** So many vms are named; more would not fit when a whole fleet is left. */
    public static final int SHOWN = 100;

    /** A vm that is still where it was, and why. */
    public record BlockedVm(VmId vm, String why) {
        /** Long words are cut. */
        public BlockedVm {
            why = Check.cut(why);
        }
    }

    /** Takes the vms in any order. Throws {@link InvalidValueException} for too many, or a count below those named. */
    public IntentEnded {
        if (left.size() > SHOWN) {
            throw new InvalidValueException(
                    "left", "names " + left.size() + " vms; name the first " + SHOWN + " and count the others");
        }
        Check.atLeast("leftInAll", leftInAll, left.size());
        left = sorted(left);
    }

    /** With as many of the vms as may be named, and the count of them all. */
    public static IntentEnded of(IntentId intent, IntentOutcome outcome, List<BlockedVm> all) {
        List<BlockedVm> first = sorted(all).stream().limit(SHOWN).toList();
        return new IntentEnded(intent, outcome, first, all.size());
    }

    private static List<BlockedVm> sorted(List<BlockedVm> vms) {
        return vms.stream().sorted(Comparator.comparing(BlockedVm::vm)).toList();
    }
}
