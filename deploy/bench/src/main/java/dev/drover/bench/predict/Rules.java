package dev.drover.bench.predict;

import java.time.Duration;

/** The usual rules of thumb for how long a migration takes, in seconds. They know nothing of headers and frames. */
final class Rules {
    /** As many as Xen's pre-copy ever makes (C. Clark et al., Live Migration of Virtual Machines, NSDI 2005). */
    private static final int MOST_ROUNDS = 30;

    private static final double BITS_A_BYTE = 8;
    private static final double NANOS_A_SECOND = 1e9;

    private Rules() {}

    /** The guest's memory over the rate: as if it wrote nothing. */
    static double memoryOverBandwidth(Migration migration) {
        return migration.guest().size().value() * BITS_A_BYTE / migration.rate().value();
    }

    /**
     * Rounds over what is written at one constant rate, the one that sampling over the hot set's own period finds (S.
     * Akoush et al., Predicting the Performance of Virtual Machine Migration, MASCOTS 2010): no page is written twice.
     */
    static double constantDirtyRate(Migration migration, Duration downtimeLimit) {
        double bytesPerSecond = migration.rate().value() / BITS_A_BYTE;
        Duration turn = migration.guest().writes().hotWithin();
        double dirtied = migration.guest().writes().dirtiedOver(turn).value() / seconds(turn);
        double ofRate = Math.min(1, dirtied / bytesPerSecond);
        double round = memoryOverBandwidth(migration);
        double all = round;
        for (int rounds = 1; rounds < MOST_ROUNDS && round > 0; rounds++) {
            boolean last = round * ofRate <= seconds(downtimeLimit);
            round *= ofRate;
            all += round;
            if (last) {
                return all;
            }
        }
        return all;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_A_SECOND;
    }
}
