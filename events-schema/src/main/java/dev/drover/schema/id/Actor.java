package dev.drover.schema.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who caused a change: {@code operator:anna}, {@code host:h1}, {@code scheduler:node-1}. */
public record Actor(@JsonValue String value) implements Comparable<Actor> {
    /** Validates; throws {@link InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Actor {
        Check.name("actor", value, 200);
    }

    /** A person or program outside Drover. */
    public static Actor operator(String name) {
        return new Actor("operator:" + name);
    }

    /** A host's agent. */
    public static Actor host(HostId host) {
        return new Actor("host:" + host.value());
    }

    /** A scheduler node. */
    public static Actor scheduler(NodeId node) {
        return new Actor("scheduler:" + node.value());
    }

    @Override
    public int compareTo(Actor other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
