package dev.drover.simulation.promise;

import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEvent;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.CorrelationId;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.InboxMessage;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * I19: what answers a message names that message and who sent it; everything else, such as how far the inbox was read,
 * names the node that decided it.
 */
final class EveryChangeHasACause implements Promise {
    private final TreeMap<String, Head> told = new TreeMap<>();
    private final Set<MessageId> known = new TreeSet<>();

    @Override
    public String id() {
        return "I19";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        List<String> broken = new ArrayList<>();
        switch (happening) {
            case Happening.Told one ->
                one.message().map(InboxMessage::head).ifPresent(head -> {
                    told.put(place(one.zone(), one.offset()), head);
                    known.add(head.id());
                });
            case Happening.Committed committed -> {
                committed.events().forEach(event -> {
                    if (!hasItsCause(committed, event)) {
                        broken.add("whose doing is this: " + event);
                    }
                    known.add(event.head().id());
                });
                committed.commands().stream()
                        .filter(command -> !hasItsCause(command))
                        .forEach(command -> broken.add("because of what is this: " + command));
            }
            default -> {}
        }
        return broken;
    }

    private boolean hasItsCause(Happening.Committed committed, EventMessage event) {
        Head head = event.head();
        boolean correlated = !(event.event() instanceof IntentEvent about)
                || head.correlation()
                        .equals(Optional.of(new CorrelationId(about.intent().value())));
        boolean own = head.causation().isEmpty() && !isAnswer(event);
        boolean named = own
                ? head.actor().equals(Actor.scheduler(committed.by()))
                : answered(committed, event)
                        .filter(one -> head.causation().equals(Optional.of(one.id()))
                                && head.actor().equals(one.actor()))
                        .isPresent();
        return correlated && named;
    }

    private Optional<Head> answered(Happening.Committed committed, EventMessage event) {
        return event.inboxOffset()
                .map(offset -> place(committed.zone(), offset))
                .map(told::get);
    }

    /** What can only follow from a message. */
    private static boolean isAnswer(EventMessage event) {
        return event.origin().isPresent()
                || event.event() instanceof IntentAccepted
                || event.event() instanceof IntentRefused;
    }

    private boolean hasItsCause(CommandMessage command) {
        return command.head().causation().filter(known::contains).isPresent();
    }

    private static String place(ZoneId zone, InboxOffset offset) {
        return zone + "@" + offset.value();
    }
}
