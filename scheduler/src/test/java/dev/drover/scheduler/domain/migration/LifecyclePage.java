package dev.drover.scheduler.domain.migration;

import dev.drover.scheduler.domain.migration.MigrationLifecycle.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lifecycle for people: a picture and a table, drawn from the one the code follows. */
final class LifecyclePage {
    private static final String HEAD = """
            # The life of a migration

            Drawn from `MigrationLifecycle.TABLE`; do not edit by hand. After a change of the table:
            `mvn -pl scheduler -am test -Dtest=LifecyclePageTest -Dsurefire.failIfNoSpecifiedTests=false -Ddrover.docs.write=true`.

            """;

    private LifecyclePage() {}

    static String text() {
        return HEAD + picture() + "\n" + table();
    }

    private static String picture() {
        StringBuilder picture = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        picture.append("    [*] --> QUEUED: MigrationPlanned\n");
        arrows().forEach((ends, events) -> picture.append("    ")
                .append(ends)
                .append(": ")
                .append(String.join(", ", events))
                .append("\n"));
        for (MigrationPhase phase : MigrationPhase.values()) {
            if (phase.isTerminal()) {
                picture.append("    ").append(phase).append(" --> [*]\n");
            }
        }
        return picture.append("```\n").toString();
    }

    /** Events that lead the same way share an arrow. */
    private static Map<String, List<String>> arrows() {
        Map<String, List<String>> arrows = new LinkedHashMap<>();
        for (Transition row : MigrationLifecycle.TABLE) {
            arrows.computeIfAbsent(row.from() + " --> " + row.to(), ends -> new ArrayList<>())
                    .add(row.event().getSimpleName());
        }
        return arrows;
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| in phase | this event | leads to |\n|---|---|---|\n");
        table.append("| | MigrationPlanned | QUEUED |\n");
        for (Transition row : MigrationLifecycle.TABLE) {
            table.append("| %s | %s | %s |\n".formatted(row.from(), row.event().getSimpleName(), row.to()));
        }
        return table.append("\nWhat is not listed does not happen: the event is ignored.\n")
                .toString();
    }
}
