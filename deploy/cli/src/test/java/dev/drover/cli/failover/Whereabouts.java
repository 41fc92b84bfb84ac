package dev.drover.cli.failover;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.cli.topic.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** By what the hosts report themselves, each vm runs on one host and is nowhere else in any other way. */
final class Whereabouts {
    private Whereabouts() {}

    /** {@code vms} is how many there are. */
    static List<String> complaints(int vms, List<Line> inbox) {
        SortedMap<String, List<String>> where = new TreeMap<>();
        latest(inbox)
                .values()
                .forEach(host -> host.path("vms")
                        .forEach(vm -> where.computeIfAbsent(vm.path("vm").asText(), key -> new ArrayList<>())
                                .add(vm.path("state").asText() + " on "
                                        + host.path("host").asText())));
        List<String> complaints = new ArrayList<>();
        if (where.size() != vms) {
            complaints.add(where.size() + " of " + vms + " vms are somewhere");
        }
        where.forEach((vm, places) -> {
            if (places.size() != 1 || !places.getFirst().startsWith("RUNNING")) {
                complaints.add("vm " + vm + " is " + places);
            }
        });
        return complaints;
    }

    private static Map<String, JsonNode> latest(List<Line> inbox) {
        Map<String, JsonNode> latest = new HashMap<>();
        inbox.stream()
                .filter(report -> report.is("report.inventory"))
                .map(report -> report.body().path("facts"))
                .forEach(facts -> latest.put(facts.path("host").asText(), facts));
        return latest;
    }
}
