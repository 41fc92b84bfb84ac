package dev.drover.scheduler.app;

import dev.drover.scheduler.adapter.kafka.ZoneTopics;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.Messages;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several zones seen from outside: who owns which, and whether each question to each was answered. */
final class ZoneOwners implements AutoCloseable {
    private final SortedMap<ZoneId, ZoneTopics> zones = new TreeMap<>();
    private final SortedMap<ZoneId, List<IntentId>> asked = new TreeMap<>();

    ZoneOwners(String bootstrap, ZoneTable table) {
        for (ZoneLayout layout : table.layouts()) {
            zones.put(layout.zone(), new ZoneTopics(bootstrap, layout));
            asked.put(layout.zone(), new ArrayList<>());
        }
    }

    /** Asks every zone to drain a host it has never heard of, which it has to answer. */
    void ask() {
        zones.forEach((zone, topics) -> {
            List<IntentId> before = asked.getOrDefault(zone, List.of());
            String name = "ask-" + zone + "-" + before.size();
            topics.tell(new Messages(zone).intent(Fleet.evacuate(name, "nobody")));
            before.add(new IntentId(name));
        });
    }

    /** The answers a zone gave, in order; as many and the same as the questions when each was answered once. */
    Map<ZoneId, List<IntentId>> answers() {
        return each(topics -> topics.events().stream()
                .filter(IntentRefused.class::isInstance)
                .map(refused -> ((IntentRefused) refused).intent())
                .toList());
    }

    Map<ZoneId, List<IntentId>> questions() {
        return asked;
    }

    boolean allAnswered() {
        return answers().entrySet().stream()
                .allMatch(zone -> zone.getValue().containsAll(asked.getOrDefault(zone.getKey(), List.of())));
    }

    /** The last owner in each zone's log. */
    Map<ZoneId, Optional<NodeId>> owners() {
        return each(topics -> topics.events().stream()
                .filter(ZoneOwnershipTaken.class::isInstance)
                .map(taken -> ((ZoneOwnershipTaken) taken).node())
                .reduce((earlier, later) -> later));
    }

    /** How many zones each node owns. */
    Map<NodeId, Long> shares() {
        return owners().values().stream()
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(node -> node, TreeMap::new, Collectors.counting()));
    }

    /** The epochs of each zone's events, each once, in the order of the log. */
    Map<ZoneId, List<Long>> epochs() {
        return each(topics -> topics.log().stream()
                .map(event -> event.epoch())
                .map(Epoch::value)
                .distinct()
                .toList());
    }

    @Override
    public void close() {
        zones.values().forEach(ZoneTopics::close);
    }

    private <T> Map<ZoneId, T> each(Function<ZoneTopics, T> question) {
        SortedMap<ZoneId, T> answers = new TreeMap<>();
        zones.forEach((zone, topics) -> answers.put(zone, question.apply(topics)));
        return answers;
    }
}
