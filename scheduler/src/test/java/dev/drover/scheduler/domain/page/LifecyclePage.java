package dev.drover.scheduler.domain.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A lifecycle for people: a picture and a table, drawn from the one the code follows.
 *
 * @param title of what it is the life
 * @param source the table in the code
 * @param beginning what begins the life
 * @param rows the table, without its beginning
 * @param ends the phases in which a life may be over, each with the condition, if there is one
 */
record LifecyclePage(String title, String source, Row beginning, List<Row> rows, Map<String, String> ends) {
    /** In this phase, this event leads there. */
    record Row(String from, String event, String to) {
        static Row of(Enum<?> from, Class<?> event, Enum<?> to) {
            return new Row(from.name(), event.getSimpleName(), to.name());
        }

        static Row first(Class<?> event, Enum<?> to) {
            return new Row("", event.getSimpleName(), to.name());
        }
    }

    private static final String HEAD = """
            # %s

            Drawn from `%s`; do not edit by hand. After a change of the table:
            `mvn -pl scheduler -am test -Dtest=LifecyclePageTest -Dsurefire.failIfNoSpecifiedTests=false -Ddrover.docs.write=true`.

            """;

    String text() {
        return HEAD.formatted(title, source) + picture() + "\n" + table();
    }

    private String picture() {
        StringBuilder picture = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        line(picture, "[*] --> " + beginning.to(), beginning.event());
        arrows().forEach((ends, events) -> line(picture, ends, String.join(", ", events)));
        ends.forEach((phase, when) -> line(picture, phase + " --> [*]", when));
        return picture.append("```\n").toString();
    }

    private static void line(StringBuilder picture, String arrow, String label) {
        picture.append("    ")
                .append(arrow)
                .append(label.isEmpty() ? "" : ": " + label)
                .append("\n");
    }

    /** Events that lead the same way share an arrow. */
    private Map<String, List<String>> arrows() {
        Map<String, List<String>> arrows = new LinkedHashMap<>();
        for (Row row : rows) {
            arrows.computeIfAbsent(row.from() + " --> " + row.to(), ends -> new ArrayList<>())
                    .add(row.event());
        }
        return arrows;
    }

    private String table() {
        StringBuilder table = new StringBuilder("| in phase | this event | leads to |\n|---|---|---|\n");
        table.append("| | %s | %s |\n".formatted(beginning.event(), beginning.to()));
        for (Row row : rows) {
            table.append("| %s | %s | %s |\n".formatted(row.from(), row.event(), row.to()));
        }
        return table.append("\nWhat is not listed does not happen.\n").toString();
    }
}
