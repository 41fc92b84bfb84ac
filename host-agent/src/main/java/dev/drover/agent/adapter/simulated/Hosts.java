package dev.drover.agent.adapter.simulated;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.inventory.MigrationUri;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The hosts there are; they never change. */
final class Hosts {
    private final SortedMap<HostId, SimulatedHost> byId = new TreeMap<>();
    private final SortedMap<MigrationUri, SimulatedHost> byUri = new TreeMap<>();

    Hosts(List<SimulatedHost> hosts) {
        hosts.forEach(this::add);
    }

    private void add(SimulatedHost host) {
        if (byId.put(host.host(), host) != null) {
            throw new InvalidValueException("host", "'" + host.host() + "' is there twice; give each its own name");
        }
        if (byUri.put(host.migrationUri(), host) != null) {
            throw new InvalidValueException(
                    "migration uri", "'" + host.migrationUri() + "' is there twice; give each host its own");
        }
    }

    SimulatedHost get(HostId host) {
        SimulatedHost found = byId.get(host);
        if (found == null) {
            throw new InvalidValueException("host", "'" + host + "' is not in the datacenter; it has " + byId.keySet());
        }
        return found;
    }

    Optional<SimulatedHost> at(MigrationUri uri) {
        return Optional.ofNullable(byUri.get(uri));
    }
}
