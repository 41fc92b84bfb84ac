package dev.drover.agent.adapter.simulated;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;

/**
 * A host of the simulated datacenter.
 *
 * @param memory what it has for guests
 * @param nic what its network card can send, and likewise receive
 * @param migrationUri the address under which the other hosts know it
 */
public record SimulatedHost(HostId host, Bytes memory, BitsPerSecond nic, MigrationUri migrationUri) {
    /** Validates; throws {@link dev.drover.schema.id.InvalidValueException}. */
    public SimulatedHost {
        Check.atLeast("nic of host " + host + " in bits per second", nic.value(), 1);
    }
}
