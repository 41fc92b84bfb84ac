package dev.drover.agent.adapter.akka;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.typesafe.config.ConfigFactory;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.domain.OpenAttempt;
import dev.drover.agent.port.JobResult;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not started at all, though it was asked for. */
class HypervisorCallsTest extends AgentScene {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration SKEW = AgentLife.QUICK.skew();

    private ActorTestKit kit;

    @BeforeEach
    void startThreads() {
        kit = ActorTestKit.create("calls", ConfigFactory.load("drover-agent"));
    }

    @AfterEach
    void stopThreads() {
        kit.shutdownTestKit();
    }

    @Test
    void an_attempt_that_was_called_off_while_it_waited_is_not_started() {
        assertThat(failure(migrated(NOW.plusSeconds(60), true))).isEqualTo(FailureKind.ABORTED);
        assertThat(hypervisor.started()).isEmpty();
        assertAt(H1, VmState.RUNNING);
    }

    @Test
    void an_attempt_whose_command_expired_while_it_waited_is_not_started() {
        assertThat(failure(migrated(NOW.plus(SKEW).minusNanos(1), false))).isEqualTo(FailureKind.OUT_OF_TIME);
        assertThat(hypervisor.started()).isEmpty();
    }

    @Test
    void an_attempt_is_started_up_to_the_skew_before_its_command_expires() {
        assertThat(migrated(NOW.plus(SKEW), false)).isInstanceOf(JobResult.Completed.class);
        assertThat(hypervisor.started()).hasSize(1);
    }

    private JobResult migrated(Instant expiresAt, boolean calledOff) {
        Outside outside = new Outside(
                H1,
                hypervisor,
                entry -> {},
                reports,
                sample -> {},
                InstantSource.fixed(NOW),
                Uptime.MACHINE,
                AgentLife.QUICK);
        Answer<JobResult> answer = new HypervisorCalls(outside, kit.system())
                .migrate(attempt(expiresAt), () -> calledOff)
                .toCompletableFuture()
                .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                .join();
        return ((Answer.Given<JobResult>) answer).value();
    }

    private static OpenAttempt attempt(Instant expiresAt) {
        JournalEntry entry = Entries.of(command("m1", 1, 1, 1, expiresAt, migrate(BRISK)), NOW);
        return OpenAttempt.of((JournalEntry.MigrationTaken) entry);
    }

    private static FailureKind failure(JobResult result) {
        return ((JobResult.Failed) result).kind();
    }
}
