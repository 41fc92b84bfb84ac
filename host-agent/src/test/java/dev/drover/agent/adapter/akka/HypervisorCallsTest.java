package dev.drover.agent.adapter.akka;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.typesafe.config.ConfigFactory;
import dev.drover.agent.engine.Answer;
import dev.drover.agent.engine.Calls;
import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls on threads that may block. */
class HypervisorCallsTest extends AgentScene {
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
    void what_is_hindered_at_the_last_moment_is_not_started() {
        JobResult.Failed hindrance = new JobResult.Failed(FailureKind.ABORTED, "called off");

        assertThat(migrated(Optional.of(hindrance))).isEqualTo(new Answer.Given<JobResult>(hindrance));
        assertThat(hypervisor.started()).isEmpty();
        assertAt(H1, VmState.RUNNING);
    }

    @Test
    void what_is_not_hindered_is_started_and_answered_when_it_is_over() {
        assertThat(migrated(Optional.empty()))
                .isInstanceOfSatisfying(
                        Answer.Given.class, given -> assertThat(given.value()).isInstanceOf(JobResult.Completed.class));
        assertThat(hypervisor.started()).hasSize(1);
    }

    @Test
    void what_the_hypervisor_says_against_it_is_trouble_in_its_words() {
        Answer<Object> answer = asked(hypervisor -> {
            throw new HypervisorException(FailureKind.VM_NOT_RUNNING, "domain is not running");
        });

        assertThat(answer).isEqualTo(new Answer.Trouble<>(FailureKind.VM_NOT_RUNNING, "domain is not running"));
    }

    @Test
    void a_bug_in_a_driver_is_trouble_too() {
        Answer<Object> answer = asked(hypervisor -> {
            throw new IllegalStateException("bug");
        });

        assertThat(answer)
                .isEqualTo(new Answer.Trouble<>(FailureKind.HYPERVISOR_ERROR, "java.lang.IllegalStateException: bug"));
    }

    @Test
    void no_answer_in_time_is_trouble() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            Answer<Object> answer = soon(calls().ask(Duration.ofMillis(50), hypervisor -> waitFor(never)));

            assertThat(answer)
                    .isEqualTo(new Answer.Trouble<>(
                            FailureKind.HYPERVISOR_ERROR, "the hypervisor did not answer in time"));
        } finally {
            never.countDown();
        }
    }

    private Answer<JobResult> migrated(Optional<JobResult.Failed> hindrance) {
        return soon(calls().migrate(new MigrationRequest(VM, uri(H2), BRISK), () -> hindrance));
    }

    private Answer<Object> asked(Function<Hypervisor, Object> question) {
        return soon(calls().ask(SOON, question));
    }

    private Calls calls() {
        return new HypervisorCalls(hypervisor, kit.system());
    }

    private static <T> T soon(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static Object waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return latch;
    }
}
