package dev.drover.simulation.promise;

import dev.drover.schema.id.HostId;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.simulation.scenario.HostPlan;
import dev.drover.simulation.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What is sent over each host's network card, each way, against what migrations may use of it. */
final class LinkLoad {
    private final TreeMap<HostId, Long> usable = new TreeMap<>();
    private final TreeMap<String, Long> load = new TreeMap<>();

    LinkLoad(Scenario scenario) {
        scenario.zones().stream()
                .flatMap(zone -> zone.hosts().stream())
                .map(HostPlan::facts)
                .forEach(host -> usable.put(
                        host.host(), scenario.policy().usable(host.nic()).value()));
    }

    void clear() {
        load.clear();
    }

    void add(HostId source, HostId destination, BitsPerSecond rate) {
        load.merge(source + ".tx", rate.value(), Long::sum);
        load.merge(destination + ".rx", rate.value(), Long::sum);
    }

    /** The links with more on them than migrations may use. */
    List<String> overloaded(String what) {
        List<String> broken = new ArrayList<>();
        load.forEach((link, sum) -> {
            HostId host = new HostId(link.substring(0, link.length() - 3));
            long cap = usable.getOrDefault(host, 0L);
            if (sum > cap) {
                broken.add(sum + " bit/s are " + what + " on " + link + ", migrations may use " + cap);
            }
        });
        return broken;
    }
}
