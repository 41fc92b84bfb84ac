package dev.drover.schema.codec;

import dev.drover.schema.id.InvalidValueException;
import io.cloudevents.CloudEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Reads a CloudEvent's extension attributes; what is missing or wrong ends as a {@link DecodeError} that names it. */
record Attributes(CloudEvent event) {
    static final String TYPE_VERSION = "typeversion";
    static final String ZONE = "zone";
    static final String ACTOR = "actor";
    static final String REASON = "reason";
    static final String CAUSATION = "causationid";
    static final String CORRELATION = "correlationid";
    static final String EPOCH = "epoch";
    static final String INBOX_OFFSET = "inboxoffset";
    static final String HOST = "host";
    static final String INCARNATION = "incarnation";
    static final String SEQUENCE = "sequence";
    static final String MIGRATION = "migration";
    static final String ATTEMPT = "attempt";
    static final String EXPIRES_AT = "expiresat";
    static final String SLOT = "slot";
    static final String PART = "part";

    <T> T required(String name, Function<String, T> parse) {
        return optional(name, parse)
                .orElseThrow(() -> new UndecodableException(new DecodeError.MissingAttribute(name)));
    }

    <T> Optional<T> optional(String name, Function<String, T> parse) {
        return Optional.ofNullable(event.getExtension(name)).map(value -> parsed(name, value.toString(), parse));
    }

    <T> T requiredNumber(String name, LongFunction<T> make) {
        return required(name, text -> make.apply(whole(text)));
    }

    <T> Optional<T> optionalNumber(String name, LongFunction<T> make) {
        return optional(name, text -> make.apply(whole(text)));
    }

    Instant requiredInstant(String name) {
        return required(name, WireTimes::parse);
    }

    boolean has(String name) {
        return event.getExtension(name) != null;
    }

    /** Only as numbers are written here: {@code +1}, {@code 01} and digits of other scripts are somebody's mistake. */
    private static long whole(String text) {
        long number = Long.parseLong(text);
        if (!Long.toString(number).equals(text)) {
            throw new NumberFormatException();
        }
        return number;
    }

    private static <T> T parsed(String name, String value, Function<String, T> parse) {
        try {
            return parse.apply(value);
        } catch (NumberFormatException notANumber) {
            throw new UndecodableException(new DecodeError.InvalidValue(
                    name, "is '" + Excerpt.of(value, 40) + "'; it must be " + Expected.of(long.class)));
        } catch (InvalidValueException invalid) {
            throw new UndecodableException(new DecodeError.InvalidValue(name, invalid.problem()));
        }
    }
}
