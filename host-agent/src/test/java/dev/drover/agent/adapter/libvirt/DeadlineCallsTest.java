package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.agent.port.Await;
import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.report.FailureKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineCallsTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final int THREADS = 16;
    private static final int WAITING = 64;

    private final DeadlineCalls calls = new DeadlineCalls();
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void release() {
        released.countDown();
        calls.close();
    }

    @Test
    void an_answer_in_time_is_passed_on() {
        assertThat(calls.within(LONG, "a number", () -> 42)).isEqualTo(42);
    }

    @Test
    void a_late_answer_is_an_error_that_names_the_question_and_the_deadline() {
        assertThatThrownBy(() -> calls.within(SHORT, "the inventory", this::hang))
                .isInstanceOf(HypervisorException.class)
                .hasMessage("libvirt did not answer the inventory within 0.05 s")
                .extracting(e -> ((HypervisorException) e).kind())
                .isEqualTo(FailureKind.HYPERVISOR_ERROR);
    }

    @Test
    void what_the_call_throws_is_thrown() {
        assertThatThrownBy(() -> calls.within(LONG, "a fault", () -> {
                    throw new IllegalStateException("mine");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine");
    }

    @Test
    void calls_that_hang_hold_up_no_others_until_there_are_very_many() {
        hangAll(THREADS - 1);
        assertThat(calls.within(LONG, "a number", () -> 42)).isEqualTo(42);
    }

    @Test
    void a_call_that_had_not_begun_by_its_deadline_never_will() {
        hangAll(THREADS);
        AtomicBoolean begun = new AtomicBoolean();
        assertThatThrownBy(() -> calls.within(SHORT, "a change", () -> begun.getAndSet(true)))
                .isInstanceOf(HypervisorException.class);
        released.countDown();
        assertThat(calls.within(LONG, "a number", () -> 42)).isEqualTo(42);
        assertThat(begun).isFalse();
    }

    @Test
    void when_too_many_hang_the_next_is_refused_at_once() {
        hangAll(THREADS + WAITING);
        assertThatThrownBy(() -> calls.within(LONG, "one more", () -> 42))
                .isInstanceOf(HypervisorException.class)
                .hasMessageContaining("80 earlier calls have not been answered yet");
    }

    @Test
    void after_closing_nothing_is_asked() {
        calls.close();
        assertThatThrownBy(() -> calls.within(LONG, "a number", () -> 42))
                .isInstanceOf(HypervisorException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void whoever_waits_can_be_interrupted_and_stays_so() throws InterruptedException {
        List<Throwable> seen = new ArrayList<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread waiting = Thread.ofPlatform().start(() -> {
            try {
                calls.within(LONG, "the inventory", this::hang);
            } catch (HypervisorException e) {
                seen.add(e);
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        waiting.interrupt();
        waiting.join(LONG);
        assertThat(seen).hasSize(1);
        assertThat(interrupted).isTrue();
    }

    private Boolean hang() {
        try {
            released.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hangAll(int count) {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            callers.add(Thread.ofPlatform().daemon().start(() -> calls.within(LONG, "nothing", this::hang)));
        }
        Await.until(
                "all of them waiting",
                LONG,
                () -> callers.stream().allMatch(t -> t.getState() == Thread.State.TIMED_WAITING));
    }
}
