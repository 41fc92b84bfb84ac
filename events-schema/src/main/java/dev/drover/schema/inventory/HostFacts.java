package dev.drover.schema.inventory;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One host with all vms it knows, in the order of their ids.
 *
 * @param memory what it has for vms, used or not
 * @param nic what its migration network card can send, and likewise receive
 * @param migrationUri where it takes migrations
 * @param degraded why its agent begins nothing new; empty when it does
 */
public record HostFacts(
        HostId host,
        Bytes memory,
        BitsPerSecond nic,
        MigrationUri migrationUri,
        List<VmFacts> vms,
        Optional<String> degraded) {
    /** Takes the vms in any order. Long words are cut. */
    public HostFacts {
        vms = vms.stream().sorted(Comparator.comparing(VmFacts::vm)).toList();
        degraded = degraded.map(Check::cut);
    }

    /** A host that is well. */
    public HostFacts(HostId host, Bytes memory, BitsPerSecond nic, MigrationUri migrationUri, List<VmFacts> vms) {
        this(host, memory, nic, migrationUri, vms, Optional.empty());
    }

    /** The vm, if this host knows it. */
    public Optional<VmFacts> vm(VmId vm) {
        return vms.stream().filter(facts -> facts.vm().equals(vm)).findFirst();
    }

    /** The same host with these vms. */
    public HostFacts withVms(List<VmFacts> others) {
        return new HostFacts(host, memory, nic, migrationUri, others, degraded);
    }

    /** The same host, its agent degraded or not. */
    public HostFacts degraded(Optional<String> why) {
        return new HostFacts(host, memory, nic, migrationUri, vms, why);
    }
}
