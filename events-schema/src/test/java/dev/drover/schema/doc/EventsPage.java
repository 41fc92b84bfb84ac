package dev.drover.schema.doc;

import dev.drover.schema.codec.MessageType;
import dev.drover.schema.kafka.Topics;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The page of everything that stands on the wire, for people who write a reader, or wonder at a record. */
public final class EventsPage {
    private static final String INSIDE = "Inside the bodies";

    private final List<Family> families = Family.all();
    private final Shapes shapes = new Shapes();
    private final Schemas schemas;

    /** Of the bodies that these schemas describe. */
    public EventsPage(Schemas schemas) {
        this.schemas = schemas;
    }

    /** The page as it must stand in the docs. */
    public GeneratedFile file() {
        String sections = families.stream().map(this::section).collect(Collectors.joining());
        return new GeneratedFile(
                "events.md",
                introduction() + sections + "## " + INSIDE + "\n\n"
                        + shapes.sections().stripTrailing() + "\n");
    }

    private String introduction() {
        return """
                # What travels through Kafka

                Every message of Drover is a [CloudEvent](https://cloudevents.io) in Kafka's binary mode: a plain JSON
                object as the value, and all about it in headers. Any program can read them, with nothing of Drover;
                [with kcat](kcat.md), a whole evacuation reads like a story.

                This page is made from the code and its samples, so it is never out of date. [schema](schema) holds a JSON
                Schema (draft 2020-12) of every body.

                ## Contents

                %s
                ## What stands where

                %s
                ## Headers

                Which family of messages carries which header: always (yes), at times (may), or never.

                %s
                ## Rules for readers

                - A field's unit stands in its name: `memoryBytes`, `rateBitsPerSecond`, `elapsedMillis`.
                - Times are RFC 3339 in UTC, finer than a second where the clock was. Ids are names; compare them as they are.
                - What is absent is not there at all; `null` in its place means the same.
                - Skip fields that you do not know: a later Drover may add some. Only intents are refused for one, since it is
                  a misspelt option.
                - Whatever Drover writes, or takes from others, is valid by its schema. Not all that is valid is taken: a schema
                  can't hold every rule.
                - Order is that of offsets, never that of clocks. A message may come twice, with the same `ce_id`.

                """.formatted(contents(), topics(), Envelope.table(families));
    }

    private String contents() {
        String listed = families.stream()
                .map(family -> "- [%s](#%s): %s\n"
                        .formatted(
                                family.title(),
                                Shapes.anchor(family.title()),
                                family.types().stream()
                                        .map(MessageSection::link)
                                        .collect(Collectors.joining(" · "))))
                .collect(Collectors.joining());
        return """
                - [What stands where](#what-stands-where), [headers](#headers), [rules for readers](#rules-for-readers)
                %s- [%s](#%s): the objects and names that several types hold
                """.formatted(listed, INSIDE, Shapes.anchor(INSIDE));
    }

    private String topics() {
        MarkdownTable table = new MarkdownTable(List.of("topic", "families", "what it is"));
        for (String topic : Topics.ALL) {
            table.row(List.of(
                    "`" + topic + "`",
                    families.stream()
                            .filter(family -> family.topic().equals(topic))
                            .map(family -> "[%s](#%s)".formatted(family.title(), Shapes.anchor(family.title())))
                            .collect(Collectors.joining(", ")),
                    Docstrings.ofConstant(Topics.class, constant(topic))));
        }
        return table.text();
    }

    private static String constant(String topic) {
        return Arrays.stream(Topics.class.getFields())
                .filter(field -> topic.equals(value(field)))
                .map(Field::getName)
                .findFirst()
                .orElseThrow();
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private String section(Family family) {
        return "## %s\n\n%s In `%s`.\n\n%s"
                .formatted(
                        family.title(),
                        family.purpose(),
                        family.topic(),
                        family.types().stream().map(this::section).collect(Collectors.joining()));
    }

    private String section(MessageType type) {
        MessageSection section = new MessageSection(type, schemas.of(type));
        shapes.add(section.schema());
        return section.text();
    }
}
