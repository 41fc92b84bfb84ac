package dev.drover.agent.adapter.journal;

import dev.drover.agent.adapter.journal.Recovery.Recovered;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.port.JournalFullException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal in a folder, held by one agent at a time. What {@link #append} returned from is there after any crash. An
 * entry that there is no room for is cut off again. After any other failure it accepts nothing more: what the file then
 * holds is known only after opening it again, and a second {@code fsync} may well say that all is fine.
 */
public final class FileJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);
    private static final String NAME = "agent.journal";
    /** Linux's words for {@code ENOSPC} and {@code EDQUOT}; Java gives nothing better. */
    private static final List<String> NO_ROOM = List.of("No space left on device", "Disk quota exceeded");

    private final Path file;
    private final FileChannel channel;
    private final EntryJson json = new EntryJson();
    private final List<JournalEntry> recovered;
    private boolean broken;

    private FileJournal(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.recovered = recover();
    }

    /**
     * Opens the journal in this folder, which is made when missing, and cuts off a torn last entry.
     *
     * @throws JournalException when it can't be opened, is damaged, or belongs to another agent that runs
     */
    public static FileJournal open(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                lock(folder, channel);
                forceFolder(folder);
                return new FileJournal(file, channel);
            } catch (IOException | RuntimeException failed) {
                channel.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new JournalException(
                    "journal " + file + " can't be opened: " + failed + "; give the agent a folder it may write to",
                    failed);
        }
    }

    /** What it held when it was opened, oldest first. */
    public List<JournalEntry> recovered() {
        return recovered;
    }

    /**
     * Returns once the entry is on the disk; throws {@link JournalFullException} when there is no room for it, and
     * {@link JournalException} when nobody knows whether it is there.
     */
    public synchronized void append(JournalEntry entry) {
        if (broken) {
            throw new JournalException("journal " + file + " failed before; start the agent again");
        }
        try {
            long intact = channel.position();
            write(ByteBuffer.wrap(JournalLine.wrap(json.write(entry))), intact);
            channel.force(false);
        } catch (IOException failed) {
            broken = true;
            throw new JournalException("journal " + file + " can't be written: " + failed, failed);
        }
    }

    private void write(ByteBuffer line, long intact) throws IOException {
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException failed) {
            String words = String.valueOf(failed.getMessage());
            if (NO_ROOM.stream().noneMatch(words::contains)) {
                throw failed;
            }
            channel.truncate(intact);
            throw new JournalFullException(
                    "journal " + file + " can't grow: " + words + "; make room on its disk", failed);
        }
    }

    /** Lets go of the folder. */
    @Override
    public synchronized void close() {
        broken = true;
        try {
            channel.close();
        } catch (IOException failed) {
            throw new JournalException("journal " + file + " can't be closed: " + failed, failed);
        }
    }

    private List<JournalEntry> recover() throws IOException {
        byte[] content = content(channel);
        Recovered held = Recovery.of(file, content, json);
        if (content.length > held.length()) {
            cutOff(content, held.length());
        }
        channel.position(held.length());
        return held.entries();
    }

    /** By the locked channel: closing any other descriptor of the file would let go of the lock (POSIX). */
    private static byte[] content(FileChannel channel) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (all.hasRemaining()) {
            if (channel.read(all, all.position()) < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
        return all.array();
    }

    private void cutOff(byte[] content, long intact) throws IOException {
        long bytes = content.length - intact;
        if (content[content.length - 1] == JournalLine.END) {
            LOG.warn("journal {}: the last entry was damaged after it was written; cut off {} bytes", file, bytes);
        } else {
            LOG.info("journal {}: cut off {} bytes of an entry that was never finished", file, bytes);
        }
        channel.truncate(intact);
        channel.force(true);
    }

    private static void lock(Path folder, FileChannel channel) throws IOException {
        if (tryLock(channel).isEmpty()) {
            throw new JournalException("journal folder " + folder
                    + " is in use by another agent; stop that one or give this one a folder of its own");
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException sameProcess) {
            return Optional.empty();
        }
    }

    /** A new file is there after a crash only if its folder knows of it. */
    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel itself = FileChannel.open(folder, StandardOpenOption.READ)) {
            itself.force(true);
        }
    }
}
