package dev.drover.simulation.time;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Luck for one concern, from the seed and the concern's name alone: that another concern asks more often does not change
 * what this one is told.
 */
public final class Chance {
    private final long seed;
    private final SplittableRandom random;

    private Chance(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** All of a world's luck. */
    public static Chance of(long seed) {
        return new Chance(mixed(seed, 0));
    }

    /** The luck of one of its concerns. */
    public Chance concerning(String name) {
        long hash = 1125899906842597L;
        for (int at = 0; at < name.length(); at++) {
            hash = 31 * hash + name.charAt(at);
        }
        return new Chance(mixed(seed, hash));
    }

    /** Whether something happens that does so this often in a hundred. */
    public boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    /** One of the numbers from least to most. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** A span from least to most, in whole milliseconds. */
    public Duration millis(int least, int most) {
        return Duration.ofMillis(between(least, most));
    }

    /** One of them. */
    public <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static long mixed(long seed, long salt) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + salt).nextLong();
    }
}
