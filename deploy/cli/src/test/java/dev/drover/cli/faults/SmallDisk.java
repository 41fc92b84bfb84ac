package dev.drover.cli.faults;

import dev.drover.agent.adapter.journal.FileJournal;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.cli.process.Node;
import dev.drover.schema.id.Incarnation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A disk of its own for an agent's journal, on which there is room for the beginning of a life and for nothing else. A
 * disk gives room by the page, so what is left of the journal's last page is used up first.
 */
final class SmallDisk implements AutoCloseable {
    private static final int PAGE = 4096;
    /** More than an agent writes at its start, less than it writes of a migration. */
    private static final int LEFT = 200;

    private final Node agent;
    private final Path folder;

    /** Begins the agent anew on the full disk. */
    SmallDisk(Node agent, Path folder) {
        this.agent = agent;
        this.folder = folder;
        agent.kill();
        run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString());
        try {
            writeUntilLittleIsLeft();
            fill();
            agent.begin();
        } catch (RuntimeException | AssertionError failed) {
            run("umount", folder.toString());
            throw failed;
        }
    }

    void makeRoom() {
        try {
            Files.delete(hog());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The agent goes on with the journal that it had before. */
    @Override
    public void close() {
        agent.kill();
        run("umount", folder.toString());
        agent.begin();
    }

    private Path hog() {
        return folder.resolve("hog");
    }

    private void writeUntilLittleIsLeft() {
        try (FileJournal journal = FileJournal.open(folder)) {
            for (int life = 1; PAGE - size() % PAGE > LEFT; life++) {
                journal.append(new JournalEntry.Started(new Incarnation(life)));
            }
        }
    }

    private long size() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(SmallDisk::size).max().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        try (OutputStream out = Files.newOutputStream(hog())) {
            byte[] page = new byte[PAGE];
            for (int pages = 0; pages < PAGE; pages++) {
                out.write(page);
            }
            throw new AssertionError("the disk is not small");
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space left")) {
                throw new UncheckedIOException(full);
            }
        }
    }

    private static void run(String... command) {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + code);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(String.join(" ", command), e);
        }
    }
}
