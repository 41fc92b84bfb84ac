package dev.drover.cli.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what other processes do; fails, naming it, when it does not come. */
public final class Until {
    private static final Duration LOOK = Duration.ofMillis(5);

    private Until() {}

    public static void holds(String what, Duration patience, BooleanSupplier condition) {
        Boolean unused = found(what, patience, () -> Optional.of(true).filter(yes -> condition.getAsBoolean()));
    }

    /** Looks this often, because a look costs something. */
    public static void holds(String what, Duration patience, Duration look, BooleanSupplier condition) {
        Boolean unused = found(what, patience, look, () -> Optional.of(true).filter(yes -> condition.getAsBoolean()));
    }

    public static <T> T found(String what, Duration patience, Supplier<Optional<T>> search) {
        return found(what, patience, LOOK, search);
    }

    private static <T> T found(String what, Duration patience, Duration look, Supplier<Optional<T>> search) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> found = search.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited " + patience.toSeconds() + " s in vain for " + what);
            }
            LockSupport.parkNanos(look.toNanos());
        }
    }
}
