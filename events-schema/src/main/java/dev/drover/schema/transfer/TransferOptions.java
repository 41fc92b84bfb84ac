package dev.drover.schema.transfer;

import dev.drover.schema.id.InvalidValueException;

/**
 * By which means a migration goes, settled at its start. Both hypervisors must know how; what they are told in flight is
 * no part of it.
 *
 * @param connections how many streams carry the memory side by side; one stream is none of the parallel kind
 * @param autoConverge whether the guest is slowed down, ever more, while it writes faster than its memory is sent
 * @param postCopy whether it may be switched to post-copy on the way
 * @param disks what becomes of disks that other hosts do not reach
 */
public record TransferOptions(
        int connections, Compression compression, boolean autoConverge, boolean postCopy, OwnDisks disks) {
    /** One stream of uncompressed memory, the guest left alone. */
    public static final TransferOptions PLAIN = new TransferOptions(1, Compression.NONE, false, false, OwnDisks.STAY);

    /** What one stream can't do, or QEMU not at once, throws {@link InvalidValueException}. */
    public TransferOptions {
        if (connections < 1 || connections > 255) {
            throw new InvalidValueException("connections", "are " + connections + "; give 1 to 255");
        }
        if (compression == Compression.ZSTD && connections == 1) {
            throw new InvalidValueException("compression", "is ZSTD over one stream; give it two connections or more");
        }
        if (compression == Compression.DELTA && connections > 1) {
            throw new InvalidValueException(
                    "compression", "is DELTA over " + connections + " connections; it needs the pages in one stream");
        }
        if (postCopy && connections > 1) {
            throw new InvalidValueException(
                    "postCopy", "is allowed over " + connections + " connections; QEMU does one or the other");
        }
    }

    /** The same over so many streams. */
    public TransferOptions over(int streams) {
        return new TransferOptions(streams, compression, autoConverge, postCopy, disks);
    }

    /** The same, compressed. */
    public TransferOptions compressed(Compression how) {
        return new TransferOptions(connections, how, autoConverge, postCopy, disks);
    }

    /** The same, the guest slowed down as far as it takes. */
    public TransferOptions slowingDown() {
        return new TransferOptions(connections, compression, true, postCopy, disks);
    }

    /** The same, with leave to switch to post-copy. */
    public TransferOptions allowingPostCopy() {
        return new TransferOptions(connections, compression, autoConverge, true, disks);
    }

    /** The same, with this for disks. */
    public TransferOptions withDisks(OwnDisks becoming) {
        return new TransferOptions(connections, compression, autoConverge, postCopy, becoming);
    }
}
