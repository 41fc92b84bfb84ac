package dev.drover.planted.purity.domain;

import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.unit.Bytes;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** Uses all that a domain may use, and is left alone. */
record Innocent(Instant at, Duration delay, UUID vm, int[] counts, PSortedMap<MigrationId, Bytes> sizes) {
    enum Side {
        LEFT,
        RIGHT
    }

    sealed interface Shape {
        record Round(double radius) implements Shape {}

        record Square(double side) implements Shape {}
    }

    static double area(Shape shape) {
        return switch (shape) {
            case Shape.Round(double radius) -> Math.PI * radius * radius;
            case Shape.Square(double side) -> side * side;
        };
    }

    Instant later(Side side) {
        return switch (side) {
            case LEFT -> at;
            case RIGHT -> at.plus(delay);
        };
    }

    Optional<String> words(List<MigrationSucceeded> events) {
        TreeMap<String, BigInteger> sorted = new TreeMap<>();
        events.forEach(event -> sorted.merge(event.migration().value(), BigInteger.ONE, BigInteger::add));
        return sorted.keySet().stream()
                .map(word -> String.format(Locale.ROOT, "%05d %s", 7, word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    static Innocent empty(Instant at) {
        return new Innocent(at, Duration.ZERO, new UUID(0, 0), new int[0], TreePMap.empty());
    }
}
