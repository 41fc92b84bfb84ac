package dev.drover.agent.adapter.simulated;

import dev.drover.agent.adapter.simulated.physics.Flow;
import dev.drover.agent.adapter.simulated.physics.NicShares;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.VmId;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What lies between the hosts: their network cards, and cuts that let nothing through either way. */
final class Network {
    private final Hosts hosts;
    private final Set<Set<HostId>> cuts = new HashSet<>();

    Network(Hosts hosts) {
        this.hosts = hosts;
    }

    void cut(HostId one, HostId other) {
        cuts.add(between(one, other));
    }

    void heal(HostId one, HostId other) {
        cuts.remove(between(one, other));
    }

    boolean connects(HostId one, HostId other) {
        return one.equals(other) || !cuts.contains(Set.of(one, other));
    }

    /** What each job gets that anything comes through for. */
    SortedMap<VmId, BitsPerSecond> shares(Collection<Job> jobs) {
        List<Job> connected = jobs.stream()
                .filter(job -> connects(job.source(), job.destination()))
                .toList();
        List<Flow> flows = connected.stream().map(Job::flow).toList();
        List<BitsPerSecond> rates = NicShares.of(flows, host -> hosts.get(host).nic());
        SortedMap<VmId, BitsPerSecond> shares = new TreeMap<>();
        for (int i = 0; i < connected.size(); i++) {
            shares.put(connected.get(i).vm(), rates.get(i));
        }
        return shares;
    }

    private Set<HostId> between(HostId one, HostId other) {
        if (one.equals(other)) {
            throw new InvalidValueException("host", "'" + one + "' is on both sides of the cut; name two hosts");
        }
        return Set.of(hosts.get(one).host(), hosts.get(other).host());
    }
}
