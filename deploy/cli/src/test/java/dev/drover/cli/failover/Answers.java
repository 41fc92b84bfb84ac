package dev.drover.cli.failover;

import dev.drover.cli.topic.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every intent is accepted or refused once, every accepted one ends once, and nothing else does. */
final class Answers {
    private static final class Story {
        private int accepted;
        private int refused;
        private int ended;

        private boolean isWhole() {
            return (accepted == 1 && refused == 0 && ended == 1) || (accepted == 0 && refused == 1 && ended == 0);
        }

        @Override
        public String toString() {
            return "accepted " + accepted + ", refused " + refused + ", ended " + ended + " times";
        }
    }

    private Answers() {}

    static List<String> complaints(Ledger ledger, Evidence evidence) {
        Map<String, Story> stories = new TreeMap<>();
        ledger.intents().forEach(intent -> stories.put(intent, new Story()));
        List<String> complaints = new ArrayList<>();
        for (Line event : evidence.events()) {
            String intent = intentOf(event);
            if (!intent.isEmpty()) {
                if (!stories.containsKey(intent)) {
                    complaints.add("nobody asked for what this answers: " + event);
                }
                count(stories.computeIfAbsent(intent, unknown -> new Story()), event);
            }
        }
        stories.forEach((intent, story) -> {
            if (!story.isWhole()) {
                complaints.add("intent " + intent + " was " + story);
            }
        });
        return complaints;
    }

    private static String intentOf(Line event) {
        return switch (event.type()) {
            case "event.intent-accepted" ->
                event.body().path("accepted").path("intent").asText();
            case "event.intent-refused", "event.intent-ended" -> event.text("intent");
            default -> "";
        };
    }

    private static void count(Story story, Line event) {
        switch (event.type()) {
            case "event.intent-accepted" -> story.accepted++;
            case "event.intent-refused" -> story.refused++;
            default -> story.ended++;
        }
    }
}
