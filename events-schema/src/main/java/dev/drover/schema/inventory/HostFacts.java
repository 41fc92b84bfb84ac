package dev.drover.schema.inventory;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * One host with all vms it knows, in the order of their ids.
 *
 * @param memory what it has for vms, used or not
 * @param nic what its migration network card can send, and likewise receive
 * @param migrationUri where it takes migrations
 */
public record HostFacts(HostId host, Bytes memory, BitsPerSecond nic, MigrationUri migrationUri, List<VmFacts> vms) {
    /** Takes the vms in any order. */
    public HostFacts {
        vms = vms.stream().sorted(java.util.Comparator.comparing(VmFacts::vm)).toList();
    }

    /** The vm, if this host knows it. */
    public Optional<VmFacts> vm(VmId vm) {
        return vms.stream().filter(facts -> facts.vm().equals(vm)).findFirst();
    }
}
