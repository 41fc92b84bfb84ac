package dev.drover.agent.adapter.libvirt;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** For what libvirt has no event for. */
final class Polling {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Polling() {}

    /** The first answer that is enough, or the one at the end of {@code limit}. */
    static <T> T until(Duration limit, Supplier<T> question, Predicate<T> enough) {
        long deadline = System.nanoTime() + limit.toNanos();
        T answer = question.get();
        while (!enough.test(answer) && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.get();
        }
        return answer;
    }
}
