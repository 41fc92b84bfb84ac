package dev.drover.agent.domain;

import dev.drover.schema.unit.BitsPerSecond;

/** The rates hypervisors can be told: whole MiB/s. */
public final class WholeRate {
    private WholeRate() {}

    /** What a migration really gets when told {@code rate}: rounded down, but never less than 1 MiB/s. */
    public static BitsPerSecond of(BitsPerSecond rate) {
        return BitsPerSecond.mebibytesPerSecond(Math.max(1, rate.wholeMebibytesPerSecond()));
    }
}
