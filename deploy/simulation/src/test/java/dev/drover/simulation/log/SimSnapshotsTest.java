package dev.drover.simulation.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.SnapshotRecord;
import dev.drover.scheduler.engine.StoredSnapshot;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.message.Head;
import dev.drover.schema.snapshot.HostEntry;
import dev.drover.schema.snapshot.Slot;
import dev.drover.schema.snapshot.SnapshotChunk;
import dev.drover.schema.snapshot.SnapshotFooter;
import dev.drover.schema.snapshot.SnapshotPart;
import dev.drover.simulation.log.SimSnapshots.Spoiling;
import dev.drover.simulation.time.Chance;
import dev.drover.simulation.time.Machine;
import dev.drover.simulation.time.VirtualTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimSnapshotsTest {
    private final VirtualTime time = new VirtualTime(Instant.EPOCH, () -> true);
    private final SimTopics topics = topics();
    private final SimZoneLog log =
            new SimZoneLog(topics, new NodeId("node-1"), new Machine("node-1", time), time, Chance.of(1));

    @BeforeEach
    void twoWereWritten() {
        log.fence();
        write("a", 10);
        write("b", 20);
    }

    @Test
    void what_is_not_spoiled_is_found_as_it_was_written() {
        assertThat(newest().footer().position()).isEqualTo(new LogPosition(20));
        assertThat(newest().chunks()).containsExactly(chunk(20));
    }

    @ParameterizedTest
    @EnumSource(
            value = Spoiling.class,
            names = {"PART_GONE", "FOOTER_GONE", "NEWER"})
    void of_what_can_not_be_read_whole_the_one_before_it_is_found(Spoiling how) {
        assertThat(topics.snapshots().spoil(how)).isTrue();
        assertThat(newest().footer().position()).isEqualTo(new LogPosition(10));
    }

    @Test
    void what_has_a_flipped_bit_is_not_what_was_written() {
        assertThat(topics.snapshots().spoil(Spoiling.BIT_FLIPPED)).isTrue();
        boolean older = newest().footer().position().equals(new LogPosition(10));
        assertThat(older || !newest().chunks().equals(List.of(chunk(20)))).isTrue();
    }

    @Test
    void where_there_is_nothing_nothing_can_be_spoiled() {
        assertThat(topics().snapshots().spoil(Spoiling.BIT_FLIPPED)).isFalse();
    }

    private StoredSnapshot newest() {
        return log.history().snapshotOutside(Set.of()).orElseThrow();
    }

    private void write(String slot, long events) {
        SnapshotFooter footer = new SnapshotFooter(events, 1, new LogPosition(events), Instant.EPOCH, "00");
        log.commit(new Batch(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(record(slot, 0, chunk(events)), record(slot, 1, footer))));
    }

    private static SnapshotChunk chunk(long events) {
        return new SnapshotChunk(events, 0, List.of(new HostEntry(Fleet.host("h1", 64))));
    }

    private static SnapshotRecord record(String slot, int part, SnapshotPart content) {
        Head head = new Head(
                new MessageId("snapshot-" + content.ofEvents() + "-" + part),
                Fleet.ZONE,
                Instant.EPOCH,
                Actor.operator("anna"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new SnapshotRecord(head, new Slot(slot), part, Optional.of(content));
    }

    private static SimTopics topics() {
        try {
            return new SimTopics(Fleet.ZONE, happening -> {}, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
