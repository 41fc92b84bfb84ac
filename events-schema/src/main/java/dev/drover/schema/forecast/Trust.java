package dev.drover.schema.forecast;

/**
 * Whether calibrating has helped so far. Each migration that ends is first forecast both ways, by what was known without
 * it, and only then learned from; older ones count less and less.
 *
 * @param gain by how much calibrated forecasts were closer, as parts of the time taken, summed up
 * @param trials migrations that were forecast both ways
 */
record Trust(double gain, int trials) {
    static final Trust NONE = new Trust(0, 0);

    private static final double KEPT = 0.97;
    private static final int ENOUGH_TRIALS = 8;

    Trust after(double logRatio, double correction) {
        double without = Math.abs(Math.expm1(-logRatio));
        double with = Math.abs(Math.expm1(correction - logRatio));
        return new Trust(gain * KEPT + without - with, Math.min(trials + 1, ENOUGH_TRIALS));
    }

    boolean earned() {
        return trials >= ENOUGH_TRIALS && gain > 0;
    }
}
