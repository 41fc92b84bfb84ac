package dev.drover.simulation.promise;

import dev.drover.scheduler.engine.DeadLetter;
import dev.drover.schema.event.InputSetAside;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What came to the inbox and can't be read is set aside once, in the log and among the dead letters; nothing else is. */
final class WhatCantBeReadIsSetAside implements Promise {
    private final TreeMap<ZoneId, Set<InboxOffset>> waiting = new TreeMap<>();

    @Override
    public String id() {
        return "set-aside";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        List<String> broken = new ArrayList<>();
        switch (happening) {
            case Happening.Told told
            when told.message().isEmpty() -> waiting(told.zone()).add(told.offset());
            case Happening.Committed committed -> check(committed, broken);
            case Happening.Ended ended
            when ended.quiet() ->
                waiting.forEach((zone, offsets) -> offsets.forEach(
                        offset -> broken.add(zone + " never said what became of input " + offset.value())));
            default -> {}
        }
        return broken;
    }

    private void check(Happening.Committed committed, List<String> broken) {
        Set<InboxOffset> letters =
                committed.deadLetters().stream().map(DeadLetter::offset).collect(Collectors.toCollection(TreeSet::new));
        for (EventMessage event : committed.events()) {
            if (event.event() instanceof InputSetAside aside) {
                Optional<InboxOffset> offset = event.inboxOffset();
                if (offset.filter(waiting(committed.zone())::remove).isEmpty()) {
                    broken.add("input " + offset + " can be read, or was set aside before: " + aside.why());
                }
                if (offset.filter(letters::remove).isEmpty()) {
                    broken.add("input " + offset + " is not among the dead letters: " + aside.why());
                }
            }
        }
        letters.forEach(offset -> broken.add("no event says that input " + offset.value() + " is a dead letter"));
    }

    private Set<InboxOffset> waiting(ZoneId zone) {
        return waiting.computeIfAbsent(zone, unused -> new TreeSet<>());
    }
}
