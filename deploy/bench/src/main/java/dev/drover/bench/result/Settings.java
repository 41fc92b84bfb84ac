package dev.drover.bench.result;

/**
 * How it was measured.
 *
 * @param seconds for which the inbox of a round is filled, at {@link #INPUTS_A_SECOND}
 * @param rounds pairs that count, after two that do not
 * @param seed of the load
 */
public record Settings(int seconds, int rounds, long seed) {
    /** As many are recorded for each second: what a small machine was seen to do. */
    public static final int INPUTS_A_SECOND = 5_000;

    /** How many inputs a round answers, or a few more. */
    public int inputs() {
        return seconds * INPUTS_A_SECOND;
    }
}
