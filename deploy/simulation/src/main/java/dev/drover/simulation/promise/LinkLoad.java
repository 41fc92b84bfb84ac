package dev.drover.simulation.promise;

import dev.drover.schema.id.HostId;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.simulation.scenario.HostPlan;
import dev.drover.simulation.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is sent over each host's network card, each way, against what migrations may use of it. */
final class LinkLoad {
    private final SortedMap<HostId, Long> capacity;
    private final TreeMap<String, Long> load = new TreeMap<>();

    private LinkLoad(SortedMap<HostId, Long> capacity) {
        this.capacity = capacity;
    }

    LinkLoad(Scenario scenario) {
        this(new TreeMap<>());
        scenario.zones().stream()
                .flatMap(zone -> zone.hosts().stream())
                .map(HostPlan::facts)
                .forEach(host -> capacity.put(host.host(), host.nic().value()));
    }

    /** The same, of the two links of a migration alone. */
    List<String> overloaded(String what, int percent, HostId source, HostId destination) {
        LinkLoad both = new LinkLoad(capacity);
        both.load.put(source + ".tx", load.getOrDefault(source + ".tx", 0L));
        both.load.put(destination + ".rx", load.getOrDefault(destination + ".rx", 0L));
        return both.overloaded(what, percent);
    }

    void clear() {
        load.clear();
    }

    void add(HostId source, HostId destination, BitsPerSecond rate) {
        load.merge(source + ".tx", rate.value(), Long::sum);
        load.merge(destination + ".rx", rate.value(), Long::sum);
    }

    /** The links with more on them than migrations may use, which is this part of each. */
    List<String> overloaded(String what, int percent) {
        List<String> broken = new ArrayList<>();
        load.forEach((link, sum) -> {
            HostId host = new HostId(link.substring(0, link.length() - 3));
            long cap = capacity.getOrDefault(host, 0L) / 100 * percent;
            if (sum > cap) {
                broken.add(sum + " bit/s are " + what + " on " + link + ", migrations may use " + cap);
            }
        });
        return broken;
    }
}
