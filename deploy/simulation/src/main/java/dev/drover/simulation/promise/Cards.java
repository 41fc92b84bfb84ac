package dev.drover.simulation.promise;

import dev.drover.schema.id.HostId;
import dev.drover.simulation.scenario.HostPlan;
import dev.drover.simulation.scenario.Scenario;
import java.util.List;
import java.util.TreeMap;

/** The network cards of all hosts. */
final class Cards {
    private final TreeMap<HostId, Long> bitsPerSecond = new TreeMap<>();

    Cards(Scenario scenario) {
        scenario.zones().stream()
                .flatMap(zone -> zone.hosts().stream())
                .map(HostPlan::facts)
                .forEach(host -> bitsPerSecond.put(host.host(), host.nic().value()));
    }

    /** Those that a migration crosses. */
    List<Link> between(HostId source, HostId destination) {
        return List.of(
                new Link(source + ".tx", bitsPerSecond.getOrDefault(source, 0L)),
                new Link(destination + ".rx", bitsPerSecond.getOrDefault(destination, 0L)));
    }
}
