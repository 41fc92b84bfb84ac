package dev.drover.agent.adapter.journal;

import dev.drover.schema.unit.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;

/**
 * Room that a file has ahead of what it holds, taken while the disk has some: zeros up to the file's end. A file system
 * that writes everything to a new place, or stores no zeros, keeps less of a promise; there the file fills up earlier.
 */
final class Reserve {
    /** Linux's words for {@code ENOSPC} and {@code EDQUOT}; Java gives nothing better. */
    private static final List<String> NO_ROOM = List.of("No space left on device", "Disk quota exceeded");

    private static final int BLOCK = 4096;

    private final FileChannel channel;
    private final Bytes least;

    /** {@code least} is what it should never be smaller than; when it is, it grows to twice as much. */
    Reserve(FileChannel channel, Bytes least) {
        this.channel = channel;
        this.least = least;
    }

    /** Makes it as large as it should be, for a file that holds {@code held} bytes; empty when it is, else what the system said. */
    Optional<String> renew(long held) throws IOException {
        if (channel.size() - held >= least.value()) {
            return Optional.empty();
        }
        try {
            fill(channel.size(), held + 2 * least.value());
            channel.force(true);
            return Optional.empty();
        } catch (IOException failed) {
            if (isNoRoom(failed)) {
                return channel.size() - held >= least.value() ? Optional.empty() : Optional.of(words(failed));
            }
            throw failed;
        }
    }

    /** Puts zeros into these bytes. */
    void fill(long from, long to) throws IOException {
        long at = from;
        while (at < to) {
            at += channel.write(ByteBuffer.allocate((int) Math.min(BLOCK, to - at)), at);
        }
    }

    static boolean isNoRoom(IOException failed) {
        return NO_ROOM.stream().anyMatch(words(failed)::contains);
    }

    static String words(IOException failed) {
        return String.valueOf(failed.getMessage());
    }
}
