package dev.drover.agent.adapter.journal;

import static dev.drover.agent.domain.Commands.mark;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.agent.domain.Cause;
import dev.drover.agent.domain.Commands;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.domain.Leases;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.CorrelationId;
import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.transfer.Compression;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.transfer.DiskCopy;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
    private static final Instant SOON = Instant.parse("2026-01-31T12:00:30.123456Z");
    private static final JournalEntry FIRST = new JournalEntry.Started(new Incarnation(1));
    private static final JournalEntry MIGRATION = migration(Optional.of(new CorrelationId("intent-1")));
    private static final JournalEntry LAST =
            ended(new SourceVerdict.StayedAtSource(FailureKind.ABORTED, "it was stopped by command"));
    private static final List<JournalEntry> ENTRIES = List.of(
            FIRST,
            MIGRATION,
            migration(Optional.empty()),
            new JournalEntry.RateTaken(
                    mark("m1", 1, 2, 1, SOON),
                    new Cause(new MessageId("c2"), Optional.empty()),
                    BitsPerSecond.mebibytesPerSecond(7)),
            new JournalEntry.OtherTaken(mark("m1", 1, 3, 1, SOON)),
            new JournalEntry.AbortTaken(mark("m1", 1, 4, 1, SOON)),
            ended(new SourceVerdict.Transferred(Optional.of(new TransferFigures(
                    Duration.ofMillis(10_321), Optional.of(Duration.ofNanos(80_000_001)), Bytes.mebibytes(70), 3)))),
            ended(new SourceVerdict.Transferred(Optional.empty())),
            ended(new SourceVerdict.Unclear(VmState.PAUSED, "nobody knows")),
            new JournalEntry.LeasesHeard(new Leases(new Epoch(3), SOON)),
            LAST);

    private static final long RESERVE = 256L << 10;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void findFile() {
        file = folder.resolve("agent.journal");
    }

    @Test
    void a_new_journal_is_empty_and_makes_its_folder() throws IOException {
        Path deep = folder.resolve("not/yet/there");
        try (FileJournal journal = FileJournal.open(deep)) {
            assertThat(journal.recovered()).isEmpty();
        }
        assertThat(held(deep.resolve("agent.journal"))).isEmpty();
    }

    @Test
    void every_kind_of_entry_is_there_after_opening_it_again() {
        write(ENTRIES);
        assertThat(read()).isEqualTo(ENTRIES);
    }

    @Test
    void a_second_life_goes_on_behind_the_first() {
        write(List.of(FIRST));
        write(List.of(LAST));
        assertThat(read()).containsExactly(FIRST, LAST);
    }

    @Test
    void an_entry_is_a_line_of_json_behind_its_checksum() throws IOException {
        write(List.of(FIRST));
        assertThat(new String(held(file), UTF_8)).matches("[0-9a-f]{8} \\{\"entry\":\"started\",\"incarnation\":1}\n");
    }

    @Test
    void a_rate_says_its_unit() throws IOException {
        write(List.of(MIGRATION));
        assertThat(Files.readString(file)).contains("\"rateBitsPerSecond\":41943040");
    }

    @Test
    void a_last_entry_torn_at_any_byte_is_cut_off_and_the_journal_goes_on() throws IOException {
        write(List.of(FIRST, MIGRATION));
        byte[] whole = held(file);
        int lastBegins = indexOf(whole, (byte) '\n') + 1;
        for (int length = lastBegins; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(read()).as("cut to %d bytes", length).containsExactly(FIRST);
            assertThat(held(file)).as("cut to %d bytes", length).hasSize(lastBegins);
            write(List.of(LAST));
            assertThat(read()).as("cut to %d bytes", length).containsExactly(FIRST, LAST);
        }
    }

    @Test
    void a_last_entry_torn_within_the_reserve_is_wiped_out() throws IOException {
        write(List.of(FIRST, MIGRATION));
        byte[] whole = Files.readAllBytes(file);
        int lastBegins = indexOf(whole, (byte) '\n') + 1;
        int end = held(file).length;
        for (int torn = lastBegins; torn < end; torn++) {
            byte[] content = whole.clone();
            Arrays.fill(content, torn, end, (byte) 0);
            Files.write(file, content);
            assertThat(read()).as("written up to byte %d", torn).containsExactly(FIRST);
            assertThat(held(file)).as("written up to byte %d", torn).hasSize(lastBegins);
            assertThat(file).as("written up to byte %d", torn).hasSize(whole.length);
        }
    }

    @Test
    void room_is_kept_ahead_and_grows_with_what_is_written() throws IOException {
        int entries = 3000;
        try (FileJournal journal = FileJournal.open(folder)) {
            for (int entry = 0; entry < entries; entry++) {
                journal.append(MIGRATION);
                assertThat(journal.shortage()).isEmpty();
            }
        }
        long held = held(file).length;
        assertThat(held).isGreaterThan(2 * RESERVE);
        assertThat(Files.size(file)).isBetween(held + RESERVE, held + 2 * RESERVE);
        assertThat(read()).hasSize(entries);
    }

    @Test
    void a_last_entry_with_a_byte_changed_is_cut_off() throws IOException {
        write(List.of(FIRST, LAST));
        byte[] whole = held(file);
        for (int at = indexOf(whole, (byte) '\n') + 1; at < whole.length; at += 6) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertThat(read()).as("byte %d changed", at).containsExactly(FIRST);
        }
    }

    @Test
    void a_damaged_entry_before_whole_ones_stops_the_start_naming_file_and_line() throws IOException {
        write(ENTRIES);
        List<String> lines =
                new ArrayList<>(new String(held(file), UTF_8).lines().toList());
        lines.set(2, lines.get(2).replace("vm", "vn"));
        String damaged = String.join("\n", lines) + "\n";
        Files.writeString(file, damaged);

        assertThatThrownBy(() -> FileJournal.open(folder))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("line 3")
                .hasMessageContaining("restore the file from a backup");
        assertThat(file).as("a refused start changes nothing").hasContent(damaged);
    }

    @Test
    void an_entry_of_a_newer_agent_stops_the_start() throws IOException {
        write(List.of(FIRST));
        Files.write(file, JournalLine.wrap("{\"entry\":\"device-taken\"}".getBytes(UTF_8)));
        assertThatThrownBy(() -> FileJournal.open(folder))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("Upgrade");
    }

    @Test
    void an_entry_that_lacks_a_field_stops_the_start() throws IOException {
        write(List.of(FIRST));
        Files.write(file, JournalLine.wrap("{\"entry\":\"started\"}".getBytes(UTF_8)));
        assertThatThrownBy(() -> FileJournal.open(folder)).isInstanceOf(JournalException.class);
    }

    @Test
    void a_second_agent_on_the_same_folder_is_refused() {
        try (FileJournal held = FileJournal.open(folder)) {
            assertThatThrownBy(() -> FileJournal.open(folder))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("another agent");
            held.append(FIRST);
        }
        assertThat(read()).containsExactly(FIRST);
    }

    @Test
    void a_folder_that_is_a_file_is_refused_with_a_cure() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "not a folder");
        assertThatThrownBy(() -> FileJournal.open(taken))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(taken.toString())
                .hasMessageContaining("may write");
    }

    @Test
    void a_closed_journal_accepts_nothing() {
        FileJournal journal = FileJournal.open(folder);
        journal.close();
        assertThatThrownBy(() -> journal.append(FIRST)).isInstanceOf(JournalException.class);
    }

    private void write(List<JournalEntry> entries) {
        try (FileJournal journal = FileJournal.open(folder)) {
            entries.forEach(journal::append);
        }
    }

    private List<JournalEntry> read() {
        try (FileJournal journal = FileJournal.open(folder)) {
            return journal.recovered();
        }
    }

    /** All but the reserve. */
    private static byte[] held(Path journal) throws IOException {
        byte[] content = Files.readAllBytes(journal);
        int end = content.length;
        while (end > 0 && content[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(content, end);
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        int at = 0;
        while (bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private static JournalEntry ended(SourceVerdict verdict) {
        return new JournalEntry.AttemptReported(new MigrationId("m1"), new Attempt(1), verdict);
    }

    private static JournalEntry migration(Optional<CorrelationId> correlation) {
        return new JournalEntry.MigrationTaken(
                mark("m1", 1, 1, 1, SOON),
                new Cause(new MessageId("z1-m1-1"), correlation),
                Commands.VM,
                new HostId("h2"),
                new MigrationUri("qemu+tcp://10.0.0.7/system"),
                BitsPerSecond.mebibytesPerSecond(5),
                TransferOptions.PLAIN.over(4).compressed(Compression.ZSTD),
                Optional.of(new DiskCopy(CopyMode.FULL, List.of(new DeviceId("vda")))),
                SOON.plusSeconds(600));
    }
}
