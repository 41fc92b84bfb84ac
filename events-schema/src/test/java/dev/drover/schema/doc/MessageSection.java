package dev.drover.schema.doc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.schema.codec.MessageType;

/** What the page says of one type: its purpose, its fields and one example. */
record MessageSection(MessageType type, ObjectNode schema) {
    static String link(MessageType type) {
        return "[" + heading(type) + "](#" + Shapes.anchor(heading(type)) + ")";
    }

    String text() {
        Example example = Example.of(type);
        return """
                ### %s

                %s

                %s
                `%s`, version %d, [schema](schema/%s.json). An example:

                ```
                %s
                ```
                ```json
                %s
                ```

                """.formatted(
                        heading(type),
                        Docstrings.of(type.body()),
                        new Fields(schema, Shapes::link).table(schema),
                        type.name(),
                        type.version(),
                        type.name(),
                        example.head(),
                        example.body());
    }

    /** Short, and yet told from a type of the same name in another family. */
    private static String heading(MessageType type) {
        return type.name().replaceFirst("^dev\\.drover\\.", "");
    }
}
