package dev.drover.schema.topology;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.RackId;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.Collections;
import java.util.List;

/**
 * Hosts that reach all other racks through one uplink, in the order of their ids.
 *
 * @param uplinkTx what the uplink carries out of the rack
 * @param uplinkRx what it carries into the rack
 */
public record Rack(RackId rack, List<HostId> hosts, BitsPerSecond uplinkTx, BitsPerSecond uplinkRx) {
    /** Takes the hosts in any order. Throws {@link InvalidValueException} for one named twice, or an uplink of 0. */
    public Rack {
        hosts = Check.distinct("hosts", "host", hosts);
        carriesSomething("uplinkTx", uplinkTx);
        carriesSomething("uplinkRx", uplinkRx);
    }

    /** Whether the host is in this rack. */
    public boolean holds(HostId host) {
        return Collections.binarySearch(hosts, host) >= 0;
    }

    private static void carriesSomething(String field, BitsPerSecond capacity) {
        if (capacity.equals(BitsPerSecond.ZERO)) {
            throw new InvalidValueException(field, "is 0 bit/s; give what the uplink can carry");
        }
    }
}
