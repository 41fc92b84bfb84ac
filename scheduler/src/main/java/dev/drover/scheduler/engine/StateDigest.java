package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.snapshot.SnapshotFooter;
import dev.drover.schema.snapshot.SnapshotPart;

/** What stands for a state: equal for equal states, and for no others. It is the digest that a snapshot of it bears. */
public final class StateDigest {
    private StateDigest() {}

    /** SHA-256, in hexadecimal. */
    public static String of(ZoneState state) {
        SnapshotParts parts = new SnapshotParts(new Folded(state, LogPosition.START));
        while (true) {
            SnapshotPart part = parts.next();
            if (part instanceof SnapshotFooter footer) {
                return footer.digest();
            }
        }
    }
}
