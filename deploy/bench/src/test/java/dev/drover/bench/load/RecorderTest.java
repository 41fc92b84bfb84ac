package dev.drover.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.engine.StateDigest;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.MigrationUnresolved;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final int VMS = 500;
    private static final int INPUTS = 2_000;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Recording recording = Recorder.record(VMS, INPUTS, 1, BEGIN);

    @Test
    void the_same_seed_gives_the_same_records() {
        Recording again = Recorder.record(VMS, INPUTS, 1, BEGIN);

        assertThat(again.mixed()).isEqualTo(recording.mixed());
        assertThat(StateDigest.of(again.end())).isEqualTo(StateDigest.of(recording.end()));
    }

    @Test
    void another_seed_gives_others() {
        assertThat(Recorder.record(VMS, INPUTS, 2, BEGIN).mixed()).isNotEqualTo(recording.mixed());
    }

    @Test
    void all_hosts_report_before_anything_is_measured() {
        assertThat(recording.build())
                .singleElement()
                .satisfies(batch -> assertThat(batch.written().events())
                        .filteredOn(event -> event.event() instanceof HostInventoryRecorded)
                        .hasSize(VMS / Fleet.VMS_A_HOST));
    }

    @Test
    void the_mix_holds_every_kind_of_report_and_adds_up() {
        assertThat(recording.mix())
                .containsKeys(
                        "EvacuateHosts",
                        "InventoryReport",
                        "MigrationStarted",
                        "RateApplied",
                        "MigrationEnded",
                        "VmObserved",
                        "SourceReleased",
                        "ReleaseHosts");
        assertThat(recording.mix().values().stream().mapToDouble(share -> share).sum())
                .isBetween(0.999, 1.001);
    }

    @Test
    void vms_arrive_and_none_is_lost() {
        long there = recording.end().inventory().hosts().values().stream()
                .flatMap(host -> host.vms().stream())
                .map(vm -> vm.vm())
                .distinct()
                .count();

        assertThat(there).isEqualTo(VMS);
        assertThat(recording.mixed().stream().flatMap(batch -> batch.written().events().stream()))
                .anyMatch(event -> event.event() instanceof MigrationSucceeded)
                .noneMatch(event -> event.event() instanceof MigrationUnresolved);
    }

    @Test
    void no_batch_is_larger_than_the_engine_would_take() {
        assertThat(recording.batches())
                .allSatisfy(batch -> assertThat(batch.inputs()).hasSizeBetween(1, 500));
    }
}
