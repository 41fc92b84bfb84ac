package dev.drover.scheduler.domain.walk;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Luck, good or bad. Once the faults have stopped, only good. */
final class Chance {
    private final RandomGenerator random;
    private boolean faulty = true;

    Chance(RandomGenerator random) {
        this.random = random;
    }

    void heal() {
        faulty = false;
    }

    /** Whether a fault happens that does so this often in a hundred. */
    boolean fault(int percent) {
        return faulty && random.nextInt(100) < percent;
    }

    boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** How long a message takes: mostly a moment, at a fault longer than any command lives. */
    Duration delay() {
        return fault(4) ? Duration.ofSeconds(between(20, 90)) : Duration.ofMillis(between(1, 400));
    }
}
