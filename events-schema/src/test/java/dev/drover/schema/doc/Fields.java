package dev.drover.schema.doc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.schema.codec.Catalogue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The fields of an object of a schema as a table. What stands in the schema's definitions is named and linked when it
 * has a section of its own, and said in place otherwise.
 */
record Fields(ObjectNode schema, UnaryOperator<String> link) {
    private static final String DEFINITIONS = "#/$defs/";

    String table(JsonNode object) {
        if (object.path("properties").isEmpty()) {
            return "It has no fields.\n";
        }
        MarkdownTable table = new MarkdownTable(List.of("field", "type", "required", "meaning"));
        object.get("properties").properties().forEach(field -> {
            boolean required = object.path("required")
                    .valueStream()
                    .anyMatch(name -> name.textValue().equals(field.getKey()));
            table.row(List.of(
                    "`" + field.getKey() + "`",
                    type(field.getValue()),
                    required ? "yes" : "no",
                    meaning(field.getValue())));
        });
        return table.text();
    }

    /** Whether a definition is more than a scalar, which is said in place. */
    static boolean hasSection(JsonNode definition) {
        return definition.has("properties")
                || definition.has("enum")
                || definition.path("type").asText().equals("object");
    }

    private String type(JsonNode value) {
        Optional<String> reference = reference(value);
        if (reference.isPresent()) {
            String name = reference.orElseThrow();
            JsonNode definition = definition(name);
            return hasSection(definition) ? link.apply(name) : type(definition);
        }
        for (String choices : List.of("oneOf", "anyOf")) {
            if (value.has(choices)) {
                return value.get(choices)
                        .valueStream()
                        .filter(choice -> !choice.path("type").asText().equals("null"))
                        .map(this::type)
                        .collect(Collectors.joining(", or "));
            }
        }
        return plain(value);
    }

    private String plain(JsonNode value) {
        if (value.has("const")) {
            return "`\"" + value.get("const").asText() + "\"`";
        }
        return switch (name(value.path("type"))) {
            case "array" -> "list of " + type(value.get("items"));
            case "integer" -> "whole number" + range(value);
            case "boolean" -> "true or false";
            case "string" -> text(value);
            case "object" -> value.has("properties") ? inside(value) : "object";
            default -> throw new IllegalStateException("no words for " + value);
        };
    }

    /** An object that is said in place: a type of the wire that is told by its kind, or its fields by their names. */
    private static String inside(JsonNode value) {
        JsonNode kind = value.get("properties").path("kind").path("const");
        return Catalogue.INTENTS.stream()
                .filter(type -> type.name().endsWith("." + kind.asText()))
                .findFirst()
                .map(type -> MessageSection.link(type) + " with `kind` `\"" + kind.asText() + "\"`")
                .orElseGet(() -> value.get("properties")
                        .propertyStream()
                        .map(field -> "`" + field.getKey() + "`")
                        .collect(Collectors.joining(", ", "object with ", "")));
    }

    private static String text(JsonNode value) {
        if (value.has("format")) {
            return value.get("format").asText().equals("uuid") ? "UUID" : "time";
        }
        String kind = value.has("pattern") ? "name" : "text";
        return value.has("maxLength")
                ? kind + " (at most " + value.get("maxLength").asLong() + " long)"
                : kind;
    }

    private static String range(JsonNode value) {
        long least = value.path("minimum").asLong();
        long most = value.path("maximum").asLong();
        boolean open = most == Long.MAX_VALUE || most == Integer.MAX_VALUE;
        if (least == Long.MIN_VALUE || least == Integer.MIN_VALUE) {
            return open ? "" : String.format(Locale.ROOT, " up to %d", most);
        }
        return open
                ? String.format(Locale.ROOT, " from %d", least)
                : String.format(Locale.ROOT, " from %d to %d", least, most);
    }

    /** The type, or the one beside null. */
    private static String name(JsonNode type) {
        return type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asText)
                        .filter(name -> !name.equals("null"))
                        .findFirst()
                        .orElseThrow()
                : type.asText();
    }

    private String meaning(JsonNode value) {
        if (value.has("description")) {
            return value.get("description").asText();
        }
        return reference(value)
                .map(this::definition)
                .filter(definition -> !definition.has("properties"))
                .map(definition -> definition.path("description").asText())
                .orElse("");
    }

    private JsonNode definition(String name) {
        return schema.path("$defs").path(name);
    }

    private static Optional<String> reference(JsonNode value) {
        return Optional.ofNullable(value.get("$ref"))
                .map(JsonNode::asText)
                .map(target -> target.substring(DEFINITIONS.length()));
    }
}
