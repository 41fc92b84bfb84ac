package dev.drover.bench.converge.guest;

import java.util.List;

/** Somebody's rules for a migration: a value, which after each sight says what to do and who goes on from there. */
public interface Driver {
    /** What is done, in this order, before the first byte. */
    List<Act> first();

    /** What is done after this sight. */
    Turn next(Sight sight);

    /** What to do, and the driver for the next sight. */
    record Turn(List<Act> acts, Driver then) {
        /** Nothing is done. */
        public static Turn none(Driver then) {
            return new Turn(List.of(), then);
        }

        /** One thing is done. */
        public static Turn of(Act act, Driver then) {
            return new Turn(List.of(act), then);
        }
    }
}
