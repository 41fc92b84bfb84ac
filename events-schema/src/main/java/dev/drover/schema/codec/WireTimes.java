package dev.drover.schema.codec;

import dev.drover.schema.id.InvalidValueException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times that fit wherever a message goes: Kafka's timestamps begin in 1970, those of CloudEvents end in 9999. */
final class WireTimes {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private WireTimes() {}

    /** From ISO 8601; throws {@link InvalidValueException}. */
    static Instant parse(String text) {
        try {
            return check(Instant.parse(text));
        } catch (DateTimeParseException notATime) {
            throw new InvalidValueException(
                    "time", "is '" + Excerpt.of(text, 40) + "'; it must be " + Expected.of(Instant.class));
        }
    }

    /** The time itself; throws {@link InvalidValueException} when it would not fit. */
    static Instant check(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new InvalidValueException("time", "is " + time + "; it must lie in the years 1970 to 9999");
        }
        return time;
    }
}
