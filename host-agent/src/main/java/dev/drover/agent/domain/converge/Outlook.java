package dev.drover.agent.domain.converge;

import dev.drover.schema.forecast.DirtyModel;
import dev.drover.schema.forecast.Forecaster;
import dev.drover.schema.forecast.Numbers;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;

/**
 * What lies ahead of a migration that is on its way, if the guest goes on writing as it does and the rate stays. Seconds
 * from now until the guest runs at the destination with all of its memory; infinite if it never will.
 *
 * @param memory of the guest: no more than all of it can differ
 * @param remaining of this round
 * @param sinceRound seconds that this round has taken so far
 * @param writes of the guest, as it is slowed down now
 * @param throttlePercent by how much that is
 */
record Outlook(
        Bytes memory,
        Bytes remaining,
        double sinceRound,
        DirtyModel writes,
        double bytesPerSecond,
        int throttlePercent) {
    static final double NEVER = Double.POSITIVE_INFINITY;

    private static final double NO_PROGRESS = 0.999;
    private static final double MEANT_TO_BE_ZERO = 1e-9;
    private static final int MOST_ROUNDS = 500;
    private static final int FIRST_PERCENT = 20;
    private static final int MORE_PERCENT = 10;
    private static final int MOST_PERCENT = 99;
    private static final int ROUNDS_A_STEP = 2;

    /** With this downtime limit. */
    double within(Duration limit) {
        return bytesPerSecond <= MEANT_TO_BE_ZERO ? NEVER : restOfRound() + rounds(Numbers.seconds(limit), false);
    }

    /** With this limit, and the guest slowed down a step further every two rounds, as QEMU does it. */
    double slowedWithin(Duration limit) {
        return bytesPerSecond <= MEANT_TO_BE_ZERO ? NEVER : restOfRound() + rounds(Numbers.seconds(limit), true);
    }

    /** By switching to post-copy now. */
    double following() {
        return bytesPerSecond <= MEANT_TO_BE_ZERO
                ? NEVER
                : Numbers.seconds(Forecaster.HANDOVER) + Numbers.secondsFor(missing(), bytesPerSecond);
    }

    /** By switching to post-copy when this round ends. */
    double followingThisRound() {
        return bytesPerSecond <= MEANT_TO_BE_ZERO
                ? NEVER
                : restOfRound() + Numbers.seconds(Forecaster.HANDOVER) + nextRound();
    }

    /** What differs by now: the rest of this round, and what was dirtied since it began. */
    Bytes missing() {
        return atMostAll(remaining.plus(writes.dirtiedOver(Numbers.duration(sinceRound))));
    }

    /** The same at another rate. */
    Outlook at(double otherBytesPerSecond) {
        return new Outlook(memory, remaining, sinceRound, writes, otherBytesPerSecond, throttlePercent);
    }

    private double nextRound() {
        return Numbers.secondsFor(dirtiedIn(sinceRound + restOfRound(), throttlePercent), bytesPerSecond);
    }

    private double restOfRound() {
        return Numbers.secondsFor(remaining, bytesPerSecond);
    }

    private double rounds(double limitSeconds, boolean slowing) {
        double round = nextRound();
        double all = 0;
        for (int rounds = 0; rounds < MOST_ROUNDS; rounds++) {
            if (round <= limitSeconds) {
                return all + round + Numbers.seconds(Forecaster.HANDOVER);
            }
            int percent = slowing ? percentAfter(rounds) : throttlePercent;
            double next = Numbers.secondsFor(dirtiedIn(round, percent), bytesPerSecond);
            boolean helpless = percent >= MOST_PERCENT || !slowing;
            if (next >= round * NO_PROGRESS && helpless) {
                return NEVER;
            }
            all += round;
            round = next;
        }
        return NEVER;
    }

    private int percentAfter(int rounds) {
        int steps = rounds / ROUNDS_A_STEP;
        int percent = throttlePercent == 0 ? FIRST_PERCENT : throttlePercent;
        return Math.min(MOST_PERCENT, percent + steps * MORE_PERCENT);
    }

    private Bytes dirtiedIn(double seconds, int percent) {
        double awake = (100.0 - percent) / (100 - throttlePercent);
        return atMostAll(writes.dirtiedOver(Numbers.duration(seconds * awake)));
    }

    private Bytes atMostAll(Bytes dirtied) {
        return dirtied.compareTo(memory) > 0 ? memory : dirtied;
    }
}
