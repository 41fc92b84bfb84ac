package dev.drover.simulation.promise;

import dev.drover.schema.event.HostsReleased;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentCancelRequested;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEvent;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.IntentOverdue;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.IntentMessage;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** I9: each intent is answered once, and one that is accepted ends once, as cancelled when it was; nothing comes after. */
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
        CANCELLING,
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
                    if (stage == Stage.ASKED || stage == Stage.ACCEPTED || stage == Stage.CANCELLING) {
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
        boolean fits = switch (event) {
            case IntentAccepted accepted -> before == Stage.ASKED;
            case IntentRefused refused -> before == Stage.ASKED;
            case HostsReleased released -> before == Stage.ENDED;
            case IntentEnded ended ->
                before == (ended.outcome() == IntentOutcome.CANCELLED ? Stage.CANCELLING : Stage.ACCEPTED);
            case IntentOverdue overdue -> before == Stage.ACCEPTED || before == Stage.CANCELLING;
            case VmBlocked blocked -> before == Stage.ACCEPTED || before == Stage.CANCELLING;
            default -> before == Stage.ACCEPTED;
        };
        if (!fits) {
            broken.add(event.intent() + " is " + before + ", and now: " + event);
        }
        switch (event) {
            case IntentAccepted accepted -> intents.put(asked, Stage.ACCEPTED);
            case IntentCancelRequested cancelled -> intents.put(asked, Stage.CANCELLING);
            case IntentRefused refused -> intents.put(asked, Stage.REFUSED);
            case IntentEnded ended -> intents.put(asked, Stage.ENDED);
            default -> {}
        }
    }
}
