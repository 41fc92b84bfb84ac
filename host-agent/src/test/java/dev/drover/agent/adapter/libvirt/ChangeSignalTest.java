package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.port.Await;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangeSignalTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ChangeSignal signal = new ChangeSignal();

    @AfterEach
    void close() {
        signal.close();
    }

    @Test
    void every_listener_is_told_on_another_thread() {
        AtomicReference<Thread> first = new AtomicReference<>(Thread.currentThread());
        AtomicReference<Thread> second = new AtomicReference<>(Thread.currentThread());
        signal.addListener(() -> first.set(Thread.currentThread()));
        signal.addListener(() -> second.set(Thread.currentThread()));
        signal.raise();
        Await.until("both told", SOON, () -> first.get() != Thread.currentThread() && second.get() == first.get());
    }

    @Test
    void a_listener_that_fails_keeps_nobody_from_hearing_of_this_change_or_the_next() {
        AtomicInteger told = new AtomicInteger();
        signal.addListener(() -> {
            throw new IllegalStateException("on purpose");
        });
        signal.addListener(told::incrementAndGet);
        signal.raise();
        Await.until("the first", SOON, () -> told.get() == 1);
        signal.raise();
        Await.until("the second", SOON, () -> told.get() == 2);
    }

    @Test
    void changes_during_a_call_of_the_listener_are_told_together_after_it() throws InterruptedException {
        AtomicInteger told = new AtomicInteger();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        signal.addListener(() -> {
            told.incrementAndGet();
            inside.countDown();
            awaitQuietly(go);
        });
        signal.raise();
        inside.await();
        for (int i = 0; i < 100; i++) {
            signal.raise();
        }
        go.countDown();
        Await.until("the second call", SOON, () -> told.get() == 2);
        signal.raise();
        Await.until("the third call", SOON, () -> told.get() == 3);
        assertThat(told).hasValue(3);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
