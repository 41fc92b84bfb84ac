package dev.drover.simulation.planted;

import dev.drover.scheduler.engine.LoggedEvent;
import dev.drover.scheduler.engine.SlotFooter;
import dev.drover.scheduler.engine.StoredSnapshot;
import dev.drover.scheduler.engine.ZoneHistory;
import dev.drover.schema.codec.SnapshotDigest;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.snapshot.Slot;
import dev.drover.schema.snapshot.SnapshotFooter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A past of which each snapshot's footer vouches for whatever is there. */
final class TrustingHistory implements ZoneHistory {
    private final ZoneHistory inner;

    TrustingHistory(ZoneHistory inner) {
        this.inner = inner;
    }

    @Override
    public Optional<StoredSnapshot> snapshotOutside(Set<Slot> slots) {
        return inner.snapshotOutside(slots).map(TrustingHistory::vouchedFor);
    }

    @Override
    public Optional<SlotFooter> newestFooter() {
        return inner.newestFooter();
    }

    @Override
    public void readFrom(LogPosition from) {
        inner.readFrom(from);
    }

    @Override
    public LogPosition position() {
        return inner.position();
    }

    @Override
    public LogPosition end() {
        return inner.end();
    }

    @Override
    public List<LoggedEvent> poll(Duration wait) {
        return inner.poll(wait);
    }

    @Override
    public void close() {
        inner.close();
    }

    private static StoredSnapshot vouchedFor(StoredSnapshot found) {
        SnapshotDigest digest = new SnapshotDigest();
        found.chunks().forEach(digest::add);
        SnapshotFooter footer = found.footer();
        return new StoredSnapshot(
                found.slot(),
                new SnapshotFooter(footer.ofEvents(), footer.parts(), footer.position(), footer.at(), digest.hex()),
                found.chunks());
    }
}
