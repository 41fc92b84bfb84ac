package dev.drover.simulation.promise;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.topology.Rack;
import dev.drover.schema.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The uplinks of a zone's racks, as they were laid down last.
 *
 * @param version how often they were laid down. What began before binds nobody yet: nobody knew of these uplinks
 */
record Uplinks(ZoneId zone, Topology topology, int version) {
    static Uplinks none(ZoneId zone) {
        return new Uplinks(zone, Topology.EMPTY, 0);
    }

    Uplinks next(Topology laidDown) {
        return new Uplinks(zone, laidDown, version + 1);
    }

    /** Those that a migration crosses: none where it stays within a rack. */
    List<Link> between(HostId source, HostId destination) {
        Optional<Rack> from = topology.rackOf(source);
        Optional<Rack> to = topology.rackOf(destination);
        List<Link> crossed = new ArrayList<>();
        if (!from.equals(to)) {
            from.map(rack -> new Link(name(rack) + ".tx", rack.uplinkTx().value()))
                    .ifPresent(crossed::add);
            to.map(rack -> new Link(name(rack) + ".rx", rack.uplinkRx().value()))
                    .ifPresent(crossed::add);
        }
        return crossed;
    }

    private String name(Rack rack) {
        return zone + "/" + rack.rack();
    }
}
