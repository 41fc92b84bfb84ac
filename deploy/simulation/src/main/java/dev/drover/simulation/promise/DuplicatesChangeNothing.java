package dev.drover.simulation.promise;

import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** I15: of a message that came more than once, only one copy has consequences. */
final class DuplicatesChangeNothing implements Promise {
    private final TreeMap<String, InboxOffset> answered = new TreeMap<>();

    @Override
    public String id() {
        return "I15";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        if (!(happening instanceof Happening.Committed committed)) {
            return List.of();
        }
        List<String> broken = new ArrayList<>();
        for (EventMessage event : committed.events()) {
            Optional<MessageId> cause = event.head().causation();
            if (cause.isPresent() && event.inboxOffset().isPresent()) {
                check(committed.zone(), cause.get(), event.inboxOffset().get(), event)
                        .ifPresent(broken::add);
            }
        }
        return broken;
    }

    private Optional<String> check(ZoneId zone, MessageId cause, InboxOffset offset, EventMessage event) {
        InboxOffset first = Optional.ofNullable(answered.putIfAbsent(zone + " " + cause, offset))
                .orElse(offset);
        return first.equals(offset)
                ? Optional.empty()
                : Optional.of(cause + " was answered at inbox offset " + first.value() + ", and again at "
                        + offset.value() + ": " + event.event());
    }
}
