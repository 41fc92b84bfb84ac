package dev.drover.agent.adapter.simulated;

import dev.drover.agent.adapter.simulated.Definition.Left;
import dev.drover.agent.adapter.simulated.Definition.Resident;
import dev.drover.agent.port.JobResult;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.VmId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which vms each host has a definition of, and whether they live there or left. */
final class Residency {
    private final SortedMap<VmId, SimulatedGuest> guests = new TreeMap<>();
    private final SortedMap<HostId, SortedMap<VmId, Definition>> definitions = new TreeMap<>();

    void settle(HostId host, SimulatedGuest guest) {
        if (guests.putIfAbsent(guest.vm(), guest) != null) {
            throw new InvalidValueException("vm", "'" + guest.vm() + "' is there already; give each guest its own id");
        }
        at(host).put(guest.vm(), new Resident());
    }

    /** The guest lives at the destination now; the source remembers how it left. */
    void move(VmId vm, HostId source, HostId destination, JobResult.Completed job) {
        at(source).put(vm, new Left(job));
        at(destination).put(vm, new Resident());
    }

    /** Whether there was anything to forget. */
    boolean forget(HostId host, VmId vm) {
        return at(host).remove(vm) != null;
    }

    SimulatedGuest guest(VmId vm) {
        return Optional.ofNullable(guests.get(vm)).orElseThrow();
    }

    Optional<Definition> definition(HostId host, VmId vm) {
        return Optional.ofNullable(at(host).get(vm));
    }

    Set<VmId> definedAt(HostId host) {
        return Collections.unmodifiableSet(at(host).keySet());
    }

    private SortedMap<VmId, Definition> at(HostId host) {
        return definitions.computeIfAbsent(host, first -> new TreeMap<>());
    }
}
