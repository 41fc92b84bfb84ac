package dev.drover.simulation.promise;

import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** I13: epochs follow each other without gaps, and only the node that took the last one writes anything. */
final class OneEpochIsEffective implements Promise {
    private final TreeMap<ZoneId, Reign> reigns = new TreeMap<>();

    private record Reign(NodeId node, Epoch epoch) {}

    @Override
    public String id() {
        return "I13";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        if (!(happening instanceof Happening.Committed committed)) {
            return List.of();
        }
        List<String> broken = new ArrayList<>();
        Reign reign = reigns.getOrDefault(committed.zone(), new Reign(committed.by(), Epoch.NONE));
        for (EventMessage event : committed.events()) {
            if (event.event() instanceof ZoneOwnershipTaken taken) {
                if (!taken.epoch().equals(reign.epoch().next())) {
                    broken.add("epoch " + taken.epoch().value() + " follows epoch "
                            + reign.epoch().value());
                }
                reign = new Reign(committed.by(), taken.epoch());
            }
            if (!event.epoch().equals(reign.epoch())) {
                broken.add("in epoch " + reign.epoch().value() + " is written: " + event);
            }
        }
        for (CommandMessage command : committed.commands()) {
            if (!command.mark().epoch().equals(reign.epoch())) {
                broken.add("in epoch " + reign.epoch().value() + " is commanded: " + command);
            }
        }
        if (!committed.by().equals(reign.node())) {
            broken.add(committed.by() + " writes while epoch " + reign.epoch().value() + " is " + reign.node() + "'s");
        }
        reigns.put(committed.zone(), reign);
        return broken;
    }
}
