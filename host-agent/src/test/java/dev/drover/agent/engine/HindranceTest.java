package dev.drover.agent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.domain.CommandGuard;
import dev.drover.agent.domain.Commands;
import dev.drover.agent.domain.Entries;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.domain.OpenAttempt;
import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.Journal;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is not started at all, though it was asked for: the last word is had where the hypervisor would be called. */
class HindranceTest {
    private static final HostId H1 = new HostId("h1");
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration SKEW = Pace.USUAL.skew();

    private final WaitingForAThread calls = new WaitingForAThread();

    @Test
    void an_attempt_that_was_called_off_while_it_waited_is_not_started() {
        Migration migration = begun(NOW.plusSeconds(60));
        assertThat(calls.hindrance()).isEmpty();

        migration.on(new MigrationMessage.Abort());

        assertThat(calls.hindrance()).map(JobResult.Failed::kind).contains(FailureKind.ABORTED);
    }

    @Test
    void an_attempt_whose_command_expired_while_it_waited_is_not_started() {
        begun(NOW.plus(SKEW).minusNanos(1));

        assertThat(calls.hindrance()).map(JobResult.Failed::kind).contains(FailureKind.OUT_OF_TIME);
    }

    @Test
    void an_attempt_is_started_up_to_the_skew_before_its_command_expires() {
        begun(NOW.plus(SKEW));

        assertThat(calls.hindrance()).isEmpty();
    }

    private Migration begun(Instant expiresAt) {
        JournalEntry entry = Entries.of(
                Commands.to(
                        H1,
                        Commands.mark("m1", 1, 1, 1, expiresAt),
                        Commands.start(
                                Commands.VM,
                                new MigrationUri("sim://h2"),
                                BitsPerSecond.mebibytesPerSecond(8),
                                Duration.ofMinutes(5))),
                NOW);
        OpenAttempt attempt = OpenAttempt.of((JournalEntry.MigrationTaken) entry);
        Outside outside = new Outside(
                H1,
                calls,
                CommandGuard::judge,
                new Paper(),
                (report, cause) -> new CompletableFuture<>(),
                sample -> {},
                () -> NOW,
                () -> Duration.ZERO,
                Pace.USUAL);
        ReportDesk desk = new ReportDesk(outside, new Deaf<>(), new LastReport(outside));
        return Migration.starting(new Course.Work(attempt, outside, desk, message -> {}), new Deaf<>());
    }

    /** Keeps what a start is asked before it is made. */
    private static final class WaitingForAThread implements Calls {
        private Optional<Supplier<Optional<JobResult.Failed>>> last = Optional.empty();

        Optional<JobResult.Failed> hindrance() {
            return last.orElseThrow().get();
        }

        @Override
        public <T> CompletionStage<Answer<T>> ask(Duration patience, Function<Hypervisor, T> question) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletionStage<Answer<JobResult>> migrate(
                MigrationRequest request, Supplier<Optional<JobResult.Failed>> hindrance) {
            last = Optional.of(hindrance);
            return new CompletableFuture<>();
        }
    }

    /** A letter box that nobody empties. */
    private record Deaf<M>() implements Post<M> {
        @Override
        public void tell(M message) {}

        @Override
        public void wake(String alarm, M message, Duration wait) {}

        @Override
        public void sleep() {}
    }

    /** A journal that nobody reads. */
    private static final class Paper implements Journal {
        @Override
        public void append(JournalEntry entry) {}

        @Override
        public Optional<String> shortage() {
            return Optional.empty();
        }
    }
}
