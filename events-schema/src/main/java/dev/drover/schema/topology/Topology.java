package dev.drover.schema.topology;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.RackId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The racks of a zone, in the order of their ids. A host that stands in none of them has no uplink to share. */
public record Topology(List<Rack> racks) {
    /** Nothing is known: every host reaches every other through its own network card alone. */
    public static final Topology EMPTY = new Topology(List.of());

    /** Takes the racks in any order. Throws {@link InvalidValueException} for a rack or a host named twice. */
    public Topology {
        racks = racks.stream().sorted(Comparator.comparing(Rack::rack)).toList();
        Check.distinct("racks", "rack", racks.stream().map(Rack::rack).toList());
        Check.distinct(
                "racks",
                "host",
                racks.stream().flatMap(rack -> rack.hosts().stream()).toList());
    }

    /** The rack that holds the host. */
    public Optional<Rack> rackOf(HostId host) {
        return racks.stream().filter(rack -> rack.holds(host)).findFirst();
    }

    /** The rack of this name. */
    public Optional<Rack> rack(RackId name) {
        return racks.stream().filter(rack -> rack.rack().equals(name)).findFirst();
    }
}
