package dev.drover.agent.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.port.JournalFullException;
import dev.drover.schema.id.Incarnation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal on a disk of 64 KiB that really fills up. Needs root. */
@Tag("lab")
class FullDiskLabTest {
    private static final int PAGE = 4096;

    @TempDir
    Path disk;

    @BeforeEach
    void mount() {
        run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString());
    }

    @AfterEach
    void unmount() {
        run("umount", disk.toString());
    }

    @Test
    void an_entry_that_does_not_fit_leaves_no_trace_and_fits_when_there_is_room() throws IOException {
        List<JournalEntry> written = new ArrayList<>();
        try (FileJournal journal = FileJournal.open(disk.resolve("journal"))) {
            Path other = Files.write(disk.resolve("other"), new byte[8 * PAGE]);
            assertThatThrownBy(() -> fill(journal, written))
                    .isInstanceOf(JournalFullException.class)
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("make room on its disk");
            assertThat(written).isNotEmpty();
            assertThatThrownBy(() -> fill(journal, written)).isInstanceOf(JournalFullException.class);

            Files.delete(other);
            JournalEntry last = new JournalEntry.Started(new Incarnation(1_000_000));
            journal.append(last);
            written.add(last);
        }
        try (FileJournal again = FileJournal.open(disk.resolve("journal"))) {
            assertThat(again.recovered()).isEqualTo(written);
        }
    }

    private static void fill(FileJournal journal, List<JournalEntry> written) {
        for (int life = 1; life < 100_000; life++) {
            JournalEntry entry = new JournalEntry.Started(new Incarnation(life));
            journal.append(entry);
            written.add(entry);
        }
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
