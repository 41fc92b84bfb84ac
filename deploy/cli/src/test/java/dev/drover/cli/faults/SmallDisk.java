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

/**
 * A disk of its own for an agent's journal, full but for half of what a journal keeps in reserve. The agent begins anew on
 * it, and has what it needs to look after what runs.
 */
final class SmallDisk implements AutoCloseable {
    private static final int PAGE = 4096;

    private final Node agent;
    private final Path folder;

    /** Begins the agent anew on the full disk. */
    SmallDisk(Node agent, Path folder) {
        this.agent = agent;
        this.folder = folder;
        agent.kill();
        run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.toString());
        try {
            FileJournal.open(folder).close();
            fill();
            writeUntilShort();
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

    private void writeUntilShort() {
        try (FileJournal journal = FileJournal.open(folder)) {
            for (int life = 1; journal.shortage().isEmpty(); life++) {
                journal.append(new JournalEntry.Started(new Incarnation(life)));
            }
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
