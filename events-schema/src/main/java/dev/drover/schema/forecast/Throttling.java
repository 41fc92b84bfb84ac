package dev.drover.schema.forecast;

/**
 * QEMU's auto-converge ({@code migration_trigger_throttle}, defaults of its migration parameters): when for the second
 * time in a row a round dirtied more than half of what it sent, the guest is denied a fifth of its time, then a tenth
 * more each time, at most 99 %.
 *
 * @param warnings rounds in a row that dirtied too much
 */
record Throttling(boolean allowed, int percent, int warnings) {
    static final int MOST_PERCENT = 99;

    private static final int FIRST_PERCENT = 20;
    private static final int MORE_PERCENT = 10;
    private static final int PATIENCE = 2;
    private static final double TOO_MUCH = 0.5;

    static Throttling of(boolean allowed) {
        return new Throttling(allowed, 0, 0);
    }

    /** After a round. */
    Throttling after(double sent, double dirtied) {
        if (!allowed || dirtied <= sent * TOO_MUCH) {
            return new Throttling(allowed, percent, 0);
        }
        if (warnings + 1 < PATIENCE) {
            return new Throttling(true, percent, warnings + 1);
        }
        return new Throttling(true, percent == 0 ? FIRST_PERCENT : Math.min(MOST_PERCENT, percent + MORE_PERCENT), 0);
    }

    /** It can still do more. */
    boolean hasMore() {
        return allowed && percent < MOST_PERCENT;
    }
}
