package dev.drover.agent.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.port.JournalFullException;
import dev.drover.schema.id.Incarnation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal on a disk of 1 MiB that really fills up. Needs root. */
@Tag("lab")
class FullDiskLabTest {
    /** 50 bytes each: they fit in the reserve, and leave less of it than there should be. */
    private static final int ENTRIES_OF_MANY_MIGRATIONS = 7000;

    @TempDir
    Path disk;

    @BeforeEach
    void mount() {
        run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
    }

    @AfterEach
    void unmount() {
        run("umount", disk.toString());
    }

    @Test
    void a_full_disk_is_told_until_there_is_room_and_what_is_written_goes_to_the_reserve() throws IOException {
        List<JournalEntry> written = new ArrayList<>();
        try (FileJournal journal = open()) {
            assertThat(journal.shortage()).isEmpty();
            fillDisk();
            write(journal, written, ENTRIES_OF_MANY_MIGRATIONS);
            assertThat(journal.shortage())
                    .hasValueSatisfying(why -> assertThat(why)
                            .contains("agent.journal")
                            .contains("No space left on device")
                            .contains("make room on its disk"));
        }
        try (FileJournal next = open()) {
            assertThat(next.recovered()).isEqualTo(written);
            assertThat(next.shortage()).isPresent();
            write(next, written, 1);
            Files.delete(hog());
            assertThat(next.shortage()).isEmpty();
        }
        try (FileJournal last = open()) {
            assertThat(last.recovered()).isEqualTo(written);
        }
    }

    @Test
    void an_entry_that_does_not_fit_leaves_no_trace_and_fits_when_there_is_room() throws IOException {
        List<JournalEntry> written = new ArrayList<>();
        try (FileJournal journal = open()) {
            fillDisk();
            assertThatThrownBy(() -> write(journal, written, Integer.MAX_VALUE))
                    .isInstanceOf(JournalFullException.class)
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("make room on its disk");
            assertThat(written).isNotEmpty();
            assertThatThrownBy(() -> write(journal, written, Integer.MAX_VALUE))
                    .isInstanceOf(JournalFullException.class);

            Files.delete(hog());
            write(journal, written, 1);
        }
        try (FileJournal again = open()) {
            assertThat(again.recovered()).isEqualTo(written);
        }
    }

    @Test
    void a_first_journal_on_a_full_disk_can_be_opened_and_says_that_nothing_fits() throws IOException {
        fillDisk();
        try (FileJournal journal = open()) {
            assertThat(journal.shortage()).isPresent();
            assertThatThrownBy(() -> write(journal, new ArrayList<>(), 1)).isInstanceOf(JournalFullException.class);
        }
    }

    private FileJournal open() {
        return FileJournal.open(disk.resolve("journal"));
    }

    private Path hog() {
        return disk.resolve("hog");
    }

    private void fillDisk() {
        assertThatThrownBy(() -> {
                    try (OutputStream out = Files.newOutputStream(hog())) {
                        while (true) {
                            out.write(new byte[4096]);
                        }
                    }
                })
                .hasMessageContaining("No space left");
    }

    private static void write(FileJournal journal, List<JournalEntry> written, int entries) {
        for (int entry = 0; entry < entries; entry++) {
            JournalEntry next = new JournalEntry.Started(new Incarnation(written.size() + 1));
            journal.append(next);
            written.add(next);
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
