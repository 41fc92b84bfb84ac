package dev.drover.bench.converge.guest;

/** How a guest's writing goes up and down. Each is the amount written by a time, in seconds at its usual rate. */
public enum Pattern {
    /** Always the same. */
    STEADY {
        @Override
        double writtenBy(double seconds) {
            return seconds;
        }
    },
    /** Half a minute at almost twice the rate, half a minute at a tenth of it. */
    BURSTY {
        @Override
        double writtenBy(double seconds) {
            double cycles = Math.floor(seconds / CYCLE);
            double within = seconds - cycles * CYCLE;
            double busy = Math.min(within, CYCLE / 2);
            return cycles * CYCLE * (BUSY + QUIET) / 2 + busy * BUSY + (within - busy) * QUIET;
        }
    },
    /** Two per cent of its first rate more each minute, up to three times that. */
    GROWING {
        @Override
        double writtenBy(double seconds) {
            double growing = Math.min(seconds, GROWN);
            return growing + growing * growing * MORE_A_SECOND / 2 + (seconds - growing) * MOST;
        }
    };

    private static final double CYCLE = 60;
    private static final double BUSY = 1.9;
    private static final double QUIET = 0.1;
    private static final double MORE_A_SECOND = 0.02 / 60;
    private static final double MOST = 3;
    private static final double GROWN = (MOST - 1) / MORE_A_SECOND;

    abstract double writtenBy(double seconds);
}
