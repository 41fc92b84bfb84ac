package dev.drover.schema.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a chain of messages has in common: the intent at its beginning. */
public record CorrelationId(@JsonValue String value) implements Comparable<CorrelationId> {
    /** Validates; throws {@link InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CorrelationId {
        Check.name("correlation id", value, 200);
    }

    @Override
    public int compareTo(CorrelationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
