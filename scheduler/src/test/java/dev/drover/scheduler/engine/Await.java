package dev.drover.scheduler.engine;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something to become true, and fails the test when it does not in time. */
public final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Await() {}

    /** Returns once {@code condition} holds; fails after half a minute, naming {@code what} it waited for. */
    public static void until(String what, BooleanSupplier condition) {
        present(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Returns the first value there is; fails after half a minute, naming {@code what} it waited for. */
    public static <T> T present(String what, Supplier<Optional<T>> source) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            Optional<T> value = source.get();
            if (value.isPresent()) {
                return value.get();
            }
            if (System.nanoTime() - deadline > 0) {
                return fail("waited %s in vain for: %s", LIMIT, what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
