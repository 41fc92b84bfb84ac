package dev.drover.schema.codec;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a field of a Java type must hold in JSON, in words that complete "it must be". */
final class Expected {
    private Expected() {}

    static String of(Class<?> type) {
        if (type == long.class || type == Long.class) {
            return "a whole number up to " + Long.MAX_VALUE;
        }
        if (type == int.class || type == Integer.class) {
            return "a whole number up to " + Integer.MAX_VALUE;
        }
        if (type == Duration.class) {
            return "a whole number of milliseconds, 0 or more";
        }
        if (type == Instant.class) {
            return "a time such as 2026-01-31T12:00:00Z";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class || type == UUID.class) {
            return "text";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isEnum() ? oneOf(type) : wrapped(type).map(Expected::of).orElse("an object");
    }

    private static String oneOf(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    /** Ids and quantities are written as the one value inside them. */
    private static Optional<Class<?>> wrapped(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents())
                        .filter(part -> part.getAccessor().isAnnotationPresent(JsonValue.class))
                        .<Class<?>>map(RecordComponent::getType)
                        .findFirst()
                : Optional.empty();
    }
}
