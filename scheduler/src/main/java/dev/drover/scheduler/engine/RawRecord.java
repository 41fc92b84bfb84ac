package dev.drover.scheduler.engine;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A record as it came, whatever it may be. Its buffers are read-only. */
public record RawRecord(Optional<String> key, List<Header> headers, ByteBuffer value) {
    /** Something without content. */
    public static final RawRecord EMPTY = new RawRecord(Optional.empty(), List.of(), ByteBuffer.allocate(0));

    /** One of its headers. */
    public record Header(String name, ByteBuffer value) {
        /** Keeps a read-only view. */
        public Header {
            value = value.asReadOnlyBuffer();
        }
    }

    /** Copies the list, keeps a read-only view of the value. */
    public RawRecord {
        headers = List.copyOf(headers);
        value = value.asReadOnlyBuffer();
    }
}
