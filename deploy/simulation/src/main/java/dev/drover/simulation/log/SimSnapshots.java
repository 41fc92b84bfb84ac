package dev.drover.simulation.log;

import dev.drover.scheduler.engine.SnapshotShelf;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.message.SnapshotMessage;
import dev.drover.schema.snapshot.SnapshotFooter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A zone's partition of the compacted topic of snapshots, and the ways in which it can be spoiled. */
public final class SimSnapshots {
    private static final MessageCodec CODEC = new MessageCodec();

    private final Map<String, SimRecord> records = new LinkedHashMap<>();

    /** How what was kept can be spoiled. */
    public enum Spoiling {
        /** A bit of a part is another. */
        BIT_FLIPPED,
        /** A part is gone. */
        PART_GONE,
        /** The record that vouches for the others is gone. */
        FOOTER_GONE,
        /** A part is of a version that nobody here knows. */
        NEWER
    }

    /** Spoils what was written last that can be spoiled so; false when there is nothing. */
    public boolean spoil(Spoiling how) {
        Optional<Map.Entry<String, SimRecord>> victim = records.entrySet().stream()
                .filter(entry -> isFooter(entry.getValue()) == (how == Spoiling.FOOTER_GONE))
                .reduce((earlier, later) -> later);
        victim.ifPresent(entry -> spoil(entry.getKey(), entry.getValue(), how));
        return victim.isPresent();
    }

    /** What is written last stands last; what is written empty is gone. */
    void put(String key, Optional<SimRecord> record) {
        records.remove(key);
        record.ifPresent(written -> records.put(key, written));
    }

    /** All that can be read of it. */
    SnapshotShelf shelf() {
        SnapshotShelf shelf = new SnapshotShelf();
        List.copyOf(records.values()).forEach(record -> {
            if (record.read().then(CODEC::snapshot) instanceof Decoding.Decoded<SnapshotMessage>(SnapshotMessage one)) {
                shelf.put(one.slot(), one.part(), one.content());
            }
        });
        return shelf;
    }

    private void spoil(String key, SimRecord record, Spoiling how) {
        switch (how) {
            case PART_GONE, FOOTER_GONE -> records.remove(key);
            case NEWER -> records.put(key, record.tampered("ce_typeversion", "99", record.value()));
            case BIT_FLIPPED -> {
                byte[] bytes = record.value();
                bytes[bytes.length / 2] ^= 1;
                records.put(key, record.tampered("none", "", bytes));
            }
        }
    }

    private static boolean isFooter(SimRecord record) {
        return record.read().then(CODEC::snapshot) instanceof Decoding.Decoded<SnapshotMessage>(SnapshotMessage one)
                && one.content() instanceof SnapshotFooter;
    }
}
