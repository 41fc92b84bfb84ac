package dev.drover.simulation.scenario;

import dev.drover.schema.id.ZoneId;
import java.util.List;

/** A zone and its hosts. */
public record ZonePlan(String name, List<HostPlan> hosts) {
    /** Copies the list. */
    public ZonePlan {
        hosts = List.copyOf(hosts);
    }

    /** Its id. */
    public ZoneId zone() {
        return new ZoneId(name);
    }

    /** The same with other hosts. */
    public ZonePlan with(List<HostPlan> others) {
        return new ZonePlan(name, others);
    }
}
