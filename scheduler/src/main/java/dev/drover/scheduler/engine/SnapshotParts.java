package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.state.StateEntries;
import dev.drover.schema.codec.SnapshotDigest;
import dev.drover.schema.snapshot.HostEntry;
import dev.drover.schema.snapshot.RulesEntry;
import dev.drover.schema.snapshot.SnapshotChunk;
import dev.drover.schema.snapshot.SnapshotEntry;
import dev.drover.schema.snapshot.SnapshotFooter;
import dev.drover.schema.snapshot.SnapshotPart;
import dev.drover.schema.snapshot.TaskEntry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A folded state cut into the parts of a snapshot, the footer last. Made as they are asked for, since a whole state is
 * too much for one turn of the loop. The same state is always cut the same way.
 */
final class SnapshotParts implements Iterator<SnapshotPart> {
    /** So many rows make a chunk: with the longest words they stay below what one record may hold. */
    private static final int ROWS = 250;

    private final Folded folded;
    private final Iterator<SnapshotEntry> entries;
    private final SnapshotDigest digest = new SnapshotDigest();
    private int parts;
    private boolean done;

    SnapshotParts(Folded folded) {
        this.folded = folded;
        this.entries = StateEntries.of(folded.state()).iterator();
    }

    @Override
    public boolean hasNext() {
        return !done;
    }

    @Override
    public SnapshotPart next() {
        if (done) {
            throw new NoSuchElementException();
        }
        return entries.hasNext() ? chunk() : footer();
    }

    private SnapshotChunk chunk() {
        List<SnapshotEntry> row = new ArrayList<>();
        for (int rows = 0; rows < ROWS && entries.hasNext(); ) {
            SnapshotEntry entry = entries.next();
            row.add(entry);
            rows += rows(entry);
        }
        SnapshotChunk chunk = new SnapshotChunk(folded.state().events(), parts++, row);
        digest.add(chunk);
        return chunk;
    }

    private SnapshotFooter footer() {
        done = true;
        return new SnapshotFooter(
                folded.state().events(),
                parts,
                folded.position(),
                folded.state().time(),
                digest.hex());
    }

    private static int rows(SnapshotEntry entry) {
        return switch (entry) {
            case HostEntry host -> 1 + host.facts().vms().size();
            case TaskEntry task -> 1 + task.hosts().size();
            case RulesEntry rules -> ROWS;
            case SnapshotEntry small -> 1;
        };
    }
}
