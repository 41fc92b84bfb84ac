package dev.drover.cli.failover;

import dev.drover.cli.topic.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A vm has one migration at a time, and each migration that is planned ends once. */
final class Journeys {
    private static final Set<String> ENDS = Set.of(
            "event.migration-succeeded",
            "event.migration-failed",
            "event.migration-cancelled",
            "event.migration-resolved");

    private Journeys() {}

    static List<String> complaints(Evidence evidence) {
        List<String> complaints = new ArrayList<>();
        Map<String, String> moving = new TreeMap<>();
        Map<String, String> vms = new HashMap<>();
        for (Line event : evidence.events()) {
            String migration = event.text("migration");
            if (event.is("event.migration-planned")) {
                String vm = event.text("vm");
                if (vms.put(migration, vm) != null) {
                    complaints.add("planned twice: " + event);
                }
                if (moving.put(vm, migration) != null) {
                    complaints.add("its vm was moving already: " + event);
                }
            } else if (ENDS.contains(event.type()) && !moving.remove(vms.get(migration), migration)) {
                complaints.add("it was not under way: " + event);
            }
        }
        moving.values().forEach(migration -> complaints.add("migration " + migration + " has not ended"));
        return complaints;
    }
}
