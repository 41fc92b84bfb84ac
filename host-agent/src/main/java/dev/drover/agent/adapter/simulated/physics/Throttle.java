package dev.drover.agent.adapter.simulated.physics;

import dev.drover.schema.unit.Bytes;

/**
 * How much a guest is slowed down, as QEMU does it ({@code migration_trigger_throttle}): when for the second time in a
 * row a pass dirtied more than half of what it sent, by a fifth at first and by a tenth more each time.
 *
 * @param percent of its time that the guest is denied
 * @param warnings passes in a row that dirtied too much
 */
record Throttle(int percent, int warnings) {
    static final Throttle NONE = new Throttle(0, 0);

    private static final int FIRST = 20;
    private static final int MORE = 10;
    private static final int MOST = 99;
    private static final int PATIENCE = 2;

    /** After a pass. */
    Throttle after(Bytes dirtied, Bytes sent) {
        if (dirtied.value() * 2 <= sent.value()) {
            return new Throttle(percent, 0);
        }
        boolean enough = warnings + 1 >= PATIENCE;
        int next = percent == 0 ? FIRST : Math.min(MOST, percent + MORE);
        return enough ? new Throttle(next, 0) : new Throttle(percent, warnings + 1);
    }
}
