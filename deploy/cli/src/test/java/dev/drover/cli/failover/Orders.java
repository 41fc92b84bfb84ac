package dev.drover.cli.failover;

import dev.drover.cli.topic.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No command is given twice, none without the event that says so, and none by an owner after the next one's. */
final class Orders {
    private Orders() {}

    static List<String> complaints(Evidence evidence) {
        List<String> complaints = new ArrayList<>();
        Map<String, Line> said = said(evidence.events());
        Set<String> given = new HashSet<>();
        Map<Integer, Long> epochs = new HashMap<>();
        for (Line command : evidence.commands()) {
            String mark = command.header("ce_migration").orElse("") + "/"
                    + command.header("ce_sequence").orElse("");
            long epoch = command.number("ce_epoch").orElse(-1);
            if (!given.add(mark)) {
                complaints.add("given twice: " + command);
            }
            if (!said.containsKey(mark)) {
                complaints.add("no event says so: " + command);
            } else if (said.get(mark).number("ce_epoch").orElse(-1) != epoch) {
                complaints.add("another owner said so: " + command + ", by " + said.get(mark));
            }
            if (epochs.merge(command.partition(), epoch, Math::max) != epoch) {
                complaints.add("a later owner had given commands before: " + command);
            }
        }
        said.forEach((mark, event) -> {
            if (!given.contains(mark)) {
                complaints.add("no command follows from " + event);
            }
        });
        return complaints;
    }

    /** The events that name a command, by its migration and its number there. */
    private static Map<String, Line> said(List<Line> events) {
        Map<String, Line> said = new HashMap<>();
        events.stream()
                .filter(event -> event.body().has("command") && !event.is("event.rate-acknowledged"))
                .forEach(event -> said.putIfAbsent(
                        event.text("migration") + "/"
                                + event.body().path("command").asLong(),
                        event));
        return said;
    }
}
