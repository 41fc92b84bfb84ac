package dev.drover.schema.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A place in a zone's event log: everything before it has been read. Places grow, but not by one an event: the log
 * itself may need room between two of them.
 */
public record LogPosition(@JsonValue long value) implements Comparable<LogPosition> {
    /** Before the first event. */
    public static final LogPosition START = new LogPosition(0);

    /** Validates; throws {@link InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LogPosition {
        Check.atLeast("log position", value, 0);
    }

    /** Whether it lies nearer to the beginning. */
    public boolean isBefore(LogPosition other) {
        return value < other.value;
    }

    @Override
    public int compareTo(LogPosition other) {
        return Long.compare(value, other.value);
    }
}
