package dev.drover.scheduler.domain.plan.problem;

import dev.drover.schema.id.InvalidValueException;

/**
 * What a copy of a vm has to carry, and how its guest writes meanwhile.
 *
 * @param memoryMB memory in use, all of it sent once
 * @param hotMB what the guest writes again and again
 * @param hotSeconds how long it takes to write all of that once
 * @param coldMBps what it writes elsewhere each second
 */
public record Workload(double memoryMB, double hotMB, double hotSeconds, double coldMBps) {
    /** Validates; throws {@link InvalidValueException}. */
    public Workload {
        requireAtLeastZero("memoryMB", memoryMB);
        requireAtLeastZero("hotMB", hotMB);
        requireAtLeastZero("hotSeconds", hotSeconds);
        requireAtLeastZero("coldMBps", coldMBps);
        if (hotMB > 0 && hotSeconds == 0) {
            throw new InvalidValueException("hotSeconds", "is 0 beside hot memory; give the time to write it once");
        }
    }

    /** How fast the hot memory is written. */
    public double hotMBps() {
        return hotMB == 0 ? 0 : hotMB / hotSeconds;
    }

    private static void requireAtLeastZero(String field, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new InvalidValueException(field, "is " + value + "; give a number that is 0 or more");
        }
    }
}
