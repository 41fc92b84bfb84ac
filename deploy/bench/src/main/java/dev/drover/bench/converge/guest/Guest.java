package dev.drover.bench.converge.guest;

/**
 * A guest of the matrix.
 *
 * @param gibibytes of memory, all of it in use
 * @param hotPercent of its memory that it writes to, at random
 * @param dirtyOfRate how fast, as a part of the rate at which it is sent
 */
public record Guest(int gibibytes, double hotPercent, double dirtyOfRate, Pattern pattern) {
    private static final double PERCENT = 100;

    /** All of its memory. */
    public double bytes() {
        return gibibytes * (double) (1L << 30);
    }

    /** The part that it writes to. */
    public double hotBytes() {
        return bytes() * hotPercent / PERCENT;
    }

    /** Of its hot set, what differs after so many bytes were written: a page written twice differs once. */
    double dirtied(double written) {
        return hotBytes() == 0 ? 0 : hotBytes() * -Math.expm1(-written / hotBytes());
    }
}
