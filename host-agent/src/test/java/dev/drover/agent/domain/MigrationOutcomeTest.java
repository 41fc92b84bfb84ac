package dev.drover.agent.domain;

import static dev.drover.schema.report.FailureKind.ABORTED;
import static dev.drover.schema.report.FailureKind.HYPERVISOR_ERROR;
import static dev.drover.schema.report.FailureKind.OUT_OF_TIME;
import static dev.drover.schema.report.FailureKind.VM_NOT_RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.SourceVerdict.StayedAtSource;
import dev.drover.schema.report.SourceVerdict.Transferred;
import dev.drover.schema.report.SourceVerdict.Unclear;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationOutcomeTest {
    private static final Optional<VmState> NOT_KNOWN = Optional.empty();
    private static final Optional<TransferFigures> TOLD = figures(1);
    private static final Optional<TransferFigures> REMEMBERED = figures(2);

    private static final JobEnding COMPLETED = new JobEnding.Completed(TOLD);
    private static final JobEnding COMPLETED_UNCOUNTED = new JobEnding.Completed(Optional.empty());
    private static final JobEnding UNWITNESSED = new JobEnding.Unwitnessed();
    private static final JobEnding NOT_RUNNING = failed(VM_NOT_RUNNING);
    private static final List<JobEnding> ENDINGS = Stream.concat(
                    Stream.of(COMPLETED, COMPLETED_UNCOUNTED, UNWITNESSED),
                    Arrays.stream(FailureKind.values()).map(MigrationOutcomeTest::failed))
            .toList();

    static Stream<Arguments> cells() {
        return Stream.of(
                cell(VmState.MIGRATED_AWAY, COMPLETED, new Transferred(TOLD)),
                cell(VmState.MIGRATED_AWAY, COMPLETED_UNCOUNTED, new Transferred(REMEMBERED)),
                cell(VmState.MIGRATED_AWAY, failed(ABORTED), new Transferred(REMEMBERED)),
                cell(VmState.MIGRATED_AWAY, NOT_RUNNING, new Transferred(REMEMBERED)),
                cell(VmState.MIGRATED_AWAY, UNWITNESSED, new Transferred(REMEMBERED)),
                Arguments.of(NOT_KNOWN, COMPLETED, new Transferred(TOLD)),
                Arguments.of(NOT_KNOWN, COMPLETED_UNCOUNTED, new Transferred(REMEMBERED)),
                Arguments.of(NOT_KNOWN, failed(ABORTED), new Transferred(REMEMBERED)),
                Arguments.of(NOT_KNOWN, NOT_RUNNING, new StayedAtSource(VM_NOT_RUNNING, "its words")),
                Arguments.of(NOT_KNOWN, UNWITNESSED, new Transferred(REMEMBERED)),
                cell(VmState.RUNNING, COMPLETED, new Unclear(VmState.RUNNING, COMPLETED_WORDS)),
                cell(VmState.RUNNING, COMPLETED_UNCOUNTED, new Unclear(VmState.RUNNING, COMPLETED_WORDS)),
                cell(VmState.RUNNING, failed(ABORTED), new StayedAtSource(ABORTED, "its words")),
                cell(VmState.RUNNING, failed(OUT_OF_TIME), new StayedAtSource(OUT_OF_TIME, "its words")),
                cell(VmState.RUNNING, NOT_RUNNING, new StayedAtSource(VM_NOT_RUNNING, "its words")),
                cell(VmState.RUNNING, UNWITNESSED, new StayedAtSource(HYPERVISOR_ERROR, UNWITNESSED_WORDS)),
                cell(VmState.PAUSED, COMPLETED, new Unclear(VmState.PAUSED, COMPLETED_WORDS)),
                cell(VmState.PAUSED, failed(ABORTED), new Unclear(VmState.PAUSED, "its words")),
                cell(VmState.PAUSED, NOT_RUNNING, new Unclear(VmState.PAUSED, "its words")),
                cell(VmState.PAUSED, UNWITNESSED, new Unclear(VmState.PAUSED, UNWITNESSED_WORDS)),
                cell(VmState.SHUT_OFF, COMPLETED, new Unclear(VmState.SHUT_OFF, COMPLETED_WORDS)),
                cell(VmState.SHUT_OFF, failed(ABORTED), new Unclear(VmState.SHUT_OFF, "its words")),
                cell(VmState.SHUT_OFF, NOT_RUNNING, new Unclear(VmState.SHUT_OFF, "its words")),
                cell(VmState.SHUT_OFF, UNWITNESSED, new Unclear(VmState.SHUT_OFF, UNWITNESSED_WORDS)),
                cell(VmState.INCOMING, COMPLETED, new Unclear(VmState.INCOMING, COMPLETED_WORDS)),
                cell(VmState.INCOMING, failed(ABORTED), new Unclear(VmState.INCOMING, "its words")),
                cell(VmState.INCOMING, NOT_RUNNING, new Unclear(VmState.INCOMING, "its words")),
                cell(VmState.INCOMING, UNWITNESSED, new Unclear(VmState.INCOMING, UNWITNESSED_WORDS)));
    }

    private static final String COMPLETED_WORDS = "the hypervisor says that the migration completed";
    private static final String UNWITNESSED_WORDS = "no migration of it runs any more, and nobody saw how it ended";

    @ParameterizedTest(name = "{0} and {1} is {2}")
    @MethodSource("cells")
    void what_is_seen_and_what_is_said_make_the_verdict(
            Optional<VmState> state, JobEnding ending, SourceVerdict verdict) {
        assertThat(MigrationOutcome.judge(state, false, ending, REMEMBERED)).contains(verdict);
    }

    @Test
    void nothing_has_ended_while_a_job_is_active_whatever_is_said() {
        for (Optional<VmState> state : states()) {
            for (JobEnding ending : ENDINGS) {
                assertThat(MigrationOutcome.judge(state, true, ending, REMEMBERED))
                        .as("%s and %s", state, ending)
                        .isEmpty();
            }
        }
    }

    @Test
    void nothing_has_ended_while_the_guest_lives_on_memory_that_is_here() {
        for (JobEnding ending : ENDINGS) {
            assertThat(MigrationOutcome.judge(Optional.of(VmState.LEAVING), false, ending, REMEMBERED))
                    .as("leaving and %s", ending)
                    .isEmpty();
        }
    }

    @Test
    void a_vm_that_runs_at_the_source_never_counts_as_transferred_nor_one_that_left_as_stayed() {
        for (JobEnding ending : ENDINGS) {
            assertThat(MigrationOutcome.judge(Optional.of(VmState.RUNNING), false, ending, REMEMBERED))
                    .as("running here and %s", ending)
                    .get()
                    .isNotInstanceOf(Transferred.class);
            assertThat(MigrationOutcome.judge(Optional.of(VmState.MIGRATED_AWAY), false, ending, REMEMBERED))
                    .as("left and %s", ending)
                    .get()
                    .isInstanceOf(Transferred.class);
        }
    }

    private static List<Optional<VmState>> states() {
        return Stream.concat(
                        Stream.of(NOT_KNOWN), Arrays.stream(VmState.values()).map(Optional::of))
                .toList();
    }

    private static Arguments cell(VmState state, JobEnding ending, SourceVerdict verdict) {
        return Arguments.of(Optional.of(state), ending, verdict);
    }

    private static JobEnding failed(FailureKind kind) {
        return new JobEnding.Failed(kind, "its words");
    }

    private static Optional<TransferFigures> figures(long seconds) {
        return Optional.of(
                new TransferFigures(Duration.ofSeconds(seconds), Optional.empty(), Bytes.mebibytes(seconds), 3));
    }
}
