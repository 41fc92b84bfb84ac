package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.state.RestoredState;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.codec.SnapshotDigest;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.snapshot.Slot;
import dev.drover.schema.snapshot.SnapshotChunk;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a snapshot that is what was written. One that is not is passed over for an older one, with a word in the log. */
final class SnapshotLoader {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotLoader.class);

    private SnapshotLoader() {}

    /** A good snapshot, and the state it holds. */
    record Loaded(SlotFooter footer, Folded folded) {}

    /** The newest. */
    static Optional<Loaded> newest(ZoneHistory history, ZoneId zone) {
        return newest(history, zone, snapshot -> true);
    }

    /** The newest that is not younger than {@code time}. */
    static Optional<Loaded> newestAt(ZoneHistory history, ZoneId zone, Instant time) {
        return newest(history, zone, snapshot -> !snapshot.footer().at().isAfter(time));
    }

    private static Optional<Loaded> newest(ZoneHistory history, ZoneId zone, Predicate<StoredSnapshot> which) {
        Set<Slot> tried = new HashSet<>();
        Optional<StoredSnapshot> next = history.snapshotOutside(tried);
        while (next.isPresent()) {
            StoredSnapshot found = next.get();
            Optional<Loaded> good = which.test(found) ? load(found, zone) : Optional.empty();
            if (good.isPresent()) {
                return good;
            }
            tried.add(found.slot());
            next = history.snapshotOutside(tried);
        }
        return Optional.empty();
    }

    private static Optional<Loaded> load(StoredSnapshot found, ZoneId zone) {
        SnapshotDigest digest = new SnapshotDigest();
        found.chunks().forEach(digest::add);
        String hex = digest.hex();
        if (!hex.equals(found.footer().digest())) {
            LOG.warn(
                    "the snapshot of {} events of zone {} in slot {} is not what was written ({} for {}); an older one will do",
                    found.footer().ofEvents(),
                    zone,
                    found.slot(),
                    hex,
                    found.footer().digest());
            return Optional.empty();
        }
        List<SnapshotChunk> chunks = found.chunks();
        try {
            ZoneState state = RestoredState.of(
                    zone,
                    found.footer().ofEvents(),
                    () -> chunks.stream()
                            .flatMap(chunk -> chunk.entries().stream())
                            .iterator());
            return Optional.of(new Loaded(
                    new SlotFooter(found.slot(), found.footer()),
                    new Folded(state, found.footer().position())));
        } catch (IllegalArgumentException newer) {
            LOG.warn(
                    "the snapshot in slot {} of zone {} holds what this program does not know ({}); an older one will do",
                    found.slot(),
                    zone,
                    newer.getMessage());
            return Optional.empty();
        }
    }
}
