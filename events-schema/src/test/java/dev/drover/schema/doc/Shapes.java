package dev.drover.schema.doc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.schema.codec.Catalogue;
import dev.drover.schema.codec.MessageType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The objects and enums inside bodies: each in a section of its own, since several types hold it. */
final class Shapes {
    private final Enums enums = new Enums();
    private final SortedMap<String, List<String>> texts = new TreeMap<>();

    /** Takes in what {@code schema} defines. */
    void add(ObjectNode schema) {
        Fields fields = new Fields(schema, Shapes::link);
        schema.path("$defs").properties().forEach(definition -> {
            if (Fields.hasSection(definition.getValue())
                    && type(definition.getKey()).isEmpty()) {
                List<String> known = texts.computeIfAbsent(definition.getKey(), name -> new ArrayList<>());
                String text = text(definition.getKey(), definition.getValue(), fields);
                if (!known.contains(text)) {
                    known.add(text);
                }
            }
        });
    }

    /** To the section of a shape, or to that of the type it is. */
    static String link(String name) {
        return type(name).map(MessageSection::link).orElseGet(() -> "[" + name + "](#" + anchor(name) + ")");
    }

    /** The heading's address, as GitHub makes it. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }

    String sections() {
        StringBuilder page = new StringBuilder();
        texts.forEach((name, each) -> page.append("### ")
                .append(name)
                .append("\n\n")
                .append(String.join("\nOr:\n\n", each))
                .append("\n"));
        return page.toString();
    }

    private String text(String name, JsonNode definition, Fields fields) {
        String purpose = definition.path("description").asText() + "\n\n";
        Optional<Class<?>> constants = enums.named(name);
        return purpose + (constants.isPresent() ? constants(constants.orElseThrow()) : fields.table(definition));
    }

    private static String constants(Class<?> type) {
        MarkdownTable table = new MarkdownTable(List.of("value", "meaning"));
        Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .forEach(name -> table.row(List.of("`" + name + "`", Docstrings.ofConstant(type, name))));
        return table.text();
    }

    private static Optional<MessageType> type(String simpleName) {
        return Catalogue.all().stream()
                .filter(type -> type.body().getSimpleName().equals(simpleName))
                .findFirst();
    }
}
