package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.port.JobProgress;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirt.DomainJobStats;
import org.libvirt.TypedIntParameter;
import org.libvirt.TypedParameter;
import org.libvirt.TypedUlongParameter;

/** With figures of real migrations, by libvirt 11.3 and QEMU 10.0. */
class JobStatsTest {
    private static final int NONE = 0;
    private static final int AT_WORK = 2;
    private static final int COMPLETED = 3;

    @Test
    void a_running_migration_is_counted_in_bytes_and_bits() {
        JobStats stats = JobStats.of(new DomainJobStats(AT_WORK, new TypedParameter[] {
            new TypedIntParameter("operation", 5),
            new TypedUlongParameter("time_elapsed", 2594),
            new TypedUlongParameter("memory_total", 134750208),
            new TypedUlongParameter("memory_processed", 14713503),
            new TypedUlongParameter("memory_remaining", 118128640),
            new TypedUlongParameter("memory_bps", 9193140),
            new TypedUlongParameter("memory_dirty_rate", 142),
            new TypedUlongParameter("memory_iteration", 1),
            new TypedUlongParameter("memory_page_size", 4096)
        }));

        assertThat(stats.direction()).isEqualTo(JobDirection.OUTGOING);
        assertThat(stats.sending()).isTrue();
        assertThat(stats.progress())
                .contains(new JobProgress(
                        Duration.ofMillis(2594),
                        new Bytes(134750208),
                        new Bytes(118128640),
                        new Bytes(14713503),
                        new BitsPerSecond(9193140L * 8),
                        new BitsPerSecond(142L * 4096 * 8),
                        1,
                        0));
    }

    @Test
    void the_dirty_rate_counts_pages_of_the_size_libvirt_says() {
        JobStats stats =
                new JobStats(AT_WORK, Map.of("operation", "5", "memory_dirty_rate", "3", "memory_page_size", "65536"));
        assertThat(stats.progress()).map(JobProgress::dirtyRate).contains(new BitsPerSecond(3L * 65536 * 8));
    }

    @Test
    void an_older_libvirt_that_gives_no_page_size_means_pages_of_4_kib() {
        JobStats stats = new JobStats(AT_WORK, Map.of("operation", "5", "memory_dirty_rate", "3"));
        assertThat(stats.progress()).map(JobProgress::dirtyRate).contains(new BitsPerSecond(3L * 4096 * 8));
    }

    @Test
    void a_migration_that_is_being_set_up_has_progress_but_does_not_send() {
        JobStats stats = new JobStats(
                AT_WORK, Map.of("operation", "5", "time_elapsed", "142", "memory_total", "0", "memory_iteration", "0"));
        assertThat(stats.progress()).map(JobProgress::iteration).contains(0L);
        assertThat(stats.sending()).isFalse();
    }

    @ParameterizedTest(name = "type {0}")
    @ValueSource(ints = {3, 4, 5})
    void a_migration_in_its_last_moments_is_still_there_but_has_no_progress(int type) {
        JobStats stats = new JobStats(type, Map.of("operation", "5", "memory_total", "0"));
        assertThat(stats.direction()).isEqualTo(JobDirection.OUTGOING);
        assertThat(stats.progress()).isEmpty();
        assertThat(stats.sending()).isFalse();
    }

    @ParameterizedTest(name = "operation {0}")
    @CsvSource({"5,OUTGOING", "4,INCOMING", "2,OTHER", "9,OTHER"})
    void the_operation_tells_the_direction(String operation, JobDirection expected) {
        assertThat(new JobStats(AT_WORK, Map.of("operation", operation)).direction())
                .isEqualTo(expected);
    }

    @Test
    void an_incoming_migration_has_no_progress_here() {
        assertThat(JobStats.ARRIVING.direction()).isEqualTo(JobDirection.INCOMING);
        assertThat(JobStats.ARRIVING.progress()).isEmpty();
    }

    @Test
    void no_job_is_no_job_whatever_else_it_says() {
        assertThat(JobStats.NO_STATS.direction()).isEqualTo(JobDirection.NONE);
        assertThat(new JobStats(NONE, Map.of("operation", "5")).direction()).isEqualTo(JobDirection.NONE);
        assertThat(JobStats.of(new DomainJobStats(NONE, new TypedParameter[0]))).isEqualTo(JobStats.NO_STATS);
    }

    @Test
    void a_completed_migration_has_its_figures() {
        JobStats stats = new JobStats(
                COMPLETED,
                Map.of(
                        "operation", "5",
                        "time_elapsed", "15766",
                        "downtime", "150",
                        "data_processed", "136096978",
                        "memory_iteration", "4"));
        assertThat(stats.figures())
                .contains(new TransferFigures(
                        Duration.ofMillis(15766), Optional.of(Duration.ofMillis(150)), new Bytes(136096978), 4));
    }

    @Test
    void a_blackout_nobody_measured_is_missing_not_zero() {
        JobStats stats = new JobStats(COMPLETED, Map.of("operation", "5", "time_elapsed", "15766"));
        assertThat(stats.figures()).map(TransferFigures::blackout).contains(Optional.empty());
    }

    @ParameterizedTest(name = "type {0}, operation {1}")
    @CsvSource({"4,5", "5,5", "2,5", "0,5", "3,4", "3,9"})
    void only_an_outgoing_migration_that_worked_has_figures(int type, String operation) {
        assertThat(new JobStats(type, Map.of("operation", operation)).figures()).isEmpty();
    }

    @Test
    void a_parameter_of_a_type_unknown_to_the_binding_is_passed_over() {
        TypedParameter[] parameters = {null, new TypedIntParameter("operation", 5)};
        assertThat(JobStats.of(new DomainJobStats(AT_WORK, parameters)).direction())
                .isEqualTo(JobDirection.OUTGOING);
    }
}
