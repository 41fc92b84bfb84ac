package dev.drover.schema.codec;

import dev.drover.schema.id.InvalidValueException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Times that fit wherever a message goes: Kafka's timestamps begin in 1970, those of CloudEvents end in 9999. */
final class WireTimes {
    /** What Java reads beyond this, other languages don't: 24:00, years with a sign, offsets with seconds. */
    private static final Pattern RFC_3339 = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private WireTimes() {}

    /** From ISO 8601 as RFC 3339 narrows it; throws {@link InvalidValueException}. */
    static Instant parse(String text) {
        try {
            Instant time = check(Instant.parse(text));
            if (RFC_3339.matcher(text).matches()) {
                return time;
            }
        } catch (DateTimeParseException notEvenClose) {
            throw notATime(text);
        }
        throw notATime(text);
    }

    /** The time itself; throws {@link InvalidValueException} when it would not fit. */
    static Instant check(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new InvalidValueException("time", "is " + time + "; it must lie in the years 1970 to 9999");
        }
        return time;
    }

    private static InvalidValueException notATime(String text) {
        return new InvalidValueException(
                "time", "is '" + Excerpt.of(text, 40) + "'; it must be " + Expected.of(Instant.class));
    }
}
