package dev.drover.simulation.promise;

import dev.drover.schema.event.HostsReleased;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEvent;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.IntentMessage;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** I9: each intent is answered once, and one that is accepted ends once; nothing comes after. */
final class EachIntentEndsOnce implements Promise {
    private final TreeMap<Asked, Stage> intents = new TreeMap<>();

    private record Asked(ZoneId zone, IntentId intent) implements Comparable<Asked> {
        @Override
        public int compareTo(Asked other) {
            int zones = zone.compareTo(other.zone);
            return zones != 0 ? zones : intent.compareTo(other.intent);
        }
    }

    private enum Stage {
        ASKED,
        ACCEPTED,
        REFUSED,
        ENDED
    }

    @Override
    public String id() {
        return "I9";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        List<String> broken = new ArrayList<>();
        switch (happening) {
            case Happening.Told told ->
                told.message()
                        .filter(IntentMessage.class::isInstance)
                        .filter(message -> message.head().zone().equals(told.zone()))
                        .map(message -> ((IntentMessage) message).intent().intent())
                        .ifPresent(intent -> intents.putIfAbsent(new Asked(told.zone(), intent), Stage.ASKED));
            case Happening.Committed committed ->
                committed.events().stream()
                        .map(event -> event.event())
                        .filter(IntentEvent.class::isInstance)
                        .forEach(event -> step(committed.zone(), (IntentEvent) event, broken));
            case Happening.Ended ended
            when ended.quiet() ->
                intents.forEach((asked, stage) -> {
                    if (stage == Stage.ASKED || stage == Stage.ACCEPTED) {
                        broken.add("in the end " + asked.intent() + " is no more than " + stage);
                    }
                });
            default -> {}
        }
        return broken;
    }

    private void step(ZoneId zone, IntentEvent event, List<String> broken) {
        Asked asked = new Asked(zone, event.intent());
        Stage before = intents.getOrDefault(asked, Stage.ASKED);
        Stage needed = switch (event) {
            case IntentAccepted accepted -> Stage.ASKED;
            case IntentRefused refused -> Stage.ASKED;
            case HostsReleased released -> Stage.ENDED;
            default -> Stage.ACCEPTED;
        };
        if (before != needed) {
            broken.add(event.intent() + " is " + before + ", and now: " + event);
        }
        switch (event) {
            case IntentAccepted accepted -> intents.put(asked, Stage.ACCEPTED);
            case IntentRefused refused -> intents.put(asked, Stage.REFUSED);
            case IntentEnded ended -> intents.put(asked, Stage.ENDED);
            default -> {}
        }
    }
}
