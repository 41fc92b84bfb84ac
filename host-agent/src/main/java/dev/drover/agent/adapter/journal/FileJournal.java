package dev.drover.agent.adapter.journal;

import dev.drover.agent.adapter.journal.Recovery.Recovered;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.port.Journal;
import dev.drover.agent.port.JournalFullException;
import dev.drover.schema.unit.Bytes;
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
 * A journal in a folder, held by one agent at a time. What {@link #append} returned from is there after any crash. It
 * keeps a {@link Reserve} ahead, for what becomes of the migrations that run while their host's disk is full. An entry
 * that there is no room for leaves no trace. After any other failure it accepts nothing more: what the file then holds is
 * known only after opening it again, and a second {@code fsync} may well say that all is fine.
 */
public final class FileJournal implements Journal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);
    private static final String NAME = "agent.journal";
    /** What some hundred migrations write from their start to their end. */
    private static final Bytes RESERVE = new Bytes(256 << 10);

    private final Path file;
    private final FileChannel channel;
    private final Reserve reserve;
    private final EntryJson json = new EntryJson();
    private final List<JournalEntry> recovered;
    private long held;
    private boolean broken;

    private FileJournal(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.reserve = new Reserve(channel, RESERVE);
        Recovered found = recover();
        this.recovered = found.entries();
        this.held = found.length();
        reserve.renew(held);
    }

    /**
     * Opens the journal in this folder, which is made when missing, and cuts off a torn last entry.
     *
     * @throws JournalException when it can't be opened, is damaged, or belongs to another agent that runs
     * @throws JournalFullException when its disk has no room for it
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
            if (Reserve.isNoRoom(failed)) {
                throw full(file, failed);
            }
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
    @Override
    public synchronized void append(JournalEntry entry) {
        held = accepting(() -> written(JournalLine.wrap(json.write(entry))));
    }

    @Override
    public synchronized Optional<String> shortage() {
        return accepting(() -> reserve.renew(held)).map(words -> noRoom(file, words));
    }

    /** Something done to the file. */
    private interface Deed<T> {
        T done() throws IOException;
    }

    private <T> T accepting(Deed<T> deed) {
        if (broken) {
            throw new JournalException("journal " + file + " failed before; start the agent again");
        }
        try {
            return deed.done();
        } catch (IOException failed) {
            broken = true;
            throw new JournalException("journal " + file + " can't be written: " + failed, failed);
        }
    }

    /** Returns where the line ends. */
    private long written(byte[] line) throws IOException {
        write(ByteBuffer.wrap(line));
        channel.force(false);
        return held + line.length;
    }

    private void write(ByteBuffer line) throws IOException {
        try {
            while (line.hasRemaining()) {
                channel.write(line, held + line.position());
            }
        } catch (IOException failed) {
            if (!Reserve.isNoRoom(failed)) {
                throw failed;
            }
            channel.truncate(held);
            throw full(file, failed);
        }
    }

    private static JournalFullException full(Path file, IOException failed) {
        return new JournalFullException(noRoom(file, Reserve.words(failed)), failed);
    }

    private static String noRoom(Path file, String words) {
        return "journal " + file + " can't grow: " + words + "; make room on its disk";
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

    private Recovered recover() throws IOException {
        byte[] content = content(channel);
        Recovered found = Recovery.of(file, content, json);
        int written = content.length;
        while (written > found.length() && content[written - 1] == 0) {
            written--;
        }
        if (written > found.length()) {
            wipe(found.length(), written, content[written - 1] == JournalLine.END);
        }
        return found;
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

    /** In place: on a full disk the room could not be had again. */
    private void wipe(long from, long to, boolean whole) throws IOException {
        if (whole) {
            LOG.warn("journal {}: the last entry was damaged after it was written; cut off {} bytes", file, to - from);
        } else {
            LOG.info("journal {}: cut off {} bytes of an entry that was never finished", file, to - from);
        }
        reserve.fill(from, to);
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
