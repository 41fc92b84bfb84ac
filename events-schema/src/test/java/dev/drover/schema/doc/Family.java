package dev.drover.schema.doc;

import dev.drover.schema.codec.Catalogue;
import dev.drover.schema.codec.MessageType;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.sample.Sample;
import dev.drover.schema.sample.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types whose names begin alike: {@code dev.drover.event.…}. */
record Family(String name, List<MessageType> types) {
    static List<Family> all() {
        Map<String, List<MessageType>> byName = Catalogue.all().stream()
                .collect(Collectors.groupingBy(
                        type -> type.name().split("\\.")[2], LinkedHashMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .map(family -> new Family(family.getKey(), family.getValue()))
                .toList();
    }

    String title() {
        String plural = name.equals("telemetry") ? name : name + "s";
        return Character.toUpperCase(plural.charAt(0)) + plural.substring(1);
    }

    /** What the package of its types says. */
    String purpose() {
        return Docstrings.ofPackage(types.getFirst().body());
    }

    /** The topic called after it, or else the one for what the zone is told. */
    String topic() {
        return Topics.ALL.stream()
                .filter(topic -> topic.startsWith("drover." + name))
                .findFirst()
                .orElse(Topics.INBOX);
    }

    /** The attributes that all its samples carry. */
    SortedSet<String> always() {
        SortedSet<String> common = attributes(samples().findFirst().orElseThrow());
        samples().forEach(sample -> common.retainAll(attributes(sample)));
        return common;
    }

    /** The attributes that any of its samples carries. */
    SortedSet<String> ever() {
        return samples().flatMap(sample -> attributes(sample).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Sample> samples() {
        return Stream.concat(Samples.all().stream(), Samples.bare().stream())
                .filter(sample -> types.stream().anyMatch(type -> type.name().equals(sample.type())));
    }

    private static SortedSet<String> attributes(Sample sample) {
        return new TreeSet<>(Example.of(sample).headers().keySet());
    }
}
