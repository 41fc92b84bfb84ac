package dev.drover.bench.load;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.RackId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.topology.Rack;
import dev.drover.schema.topology.Topology;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The hosts as they really are, whatever the zone believes. Mutable. */
final class Fleet {
    /** So many vms stand on each host at first. */
    static final int VMS_A_HOST = 50;

    private static final int HOSTS_A_RACK = 40;
    private static final Bytes HOST_MEMORY = Bytes.gibibytes(1024);
    private static final BitsPerSecond NIC = BitsPerSecond.megabits(25_000);
    private static final BitsPerSecond UPLINK = BitsPerSecond.megabits(400_000);
    private static final int LEAST_GIBIBYTES = 4;
    private static final int MOST_GIBIBYTES = 16;

    private final RandomGenerator random;
    private final List<HostId> hosts = new ArrayList<>();
    private final SortedMap<HostId, SortedMap<VmId, VmFacts>> vms = new TreeMap<>(Comparator.comparing(HostId::value));

    Fleet(int vmCount, RandomGenerator random) {
        this.random = random;
        for (int i = 0; i < vmCount; i++) {
            if (i % VMS_A_HOST == 0) {
                HostId host = new HostId(String.format(Locale.ROOT, "host-%05d", hosts.size()));
                hosts.add(host);
                vms.put(host, new TreeMap<>());
            }
            put(hosts.getLast(), newVm(i));
        }
    }

    List<HostId> hosts() {
        return List.copyOf(hosts);
    }

    /** Racks of forty hosts, each behind an uplink. */
    Topology topology() {
        List<Rack> racks = new ArrayList<>();
        for (int first = 0; first < hosts.size(); first += HOSTS_A_RACK) {
            RackId name = new RackId("rack-" + racks.size());
            List<HostId> inside = hosts.subList(first, Math.min(hosts.size(), first + HOSTS_A_RACK));
            racks.add(new Rack(name, inside, UPLINK, UPLINK));
        }
        return new Topology(racks);
    }

    /** What the host's agent would report now. */
    HostFacts facts(HostId host) {
        MigrationUri uri = new MigrationUri("qemu+tcp://" + host + ".example.net/system");
        return new HostFacts(host, HOST_MEMORY, NIC, uri, List.copyOf(on(host).values()));
    }

    int count(HostId host) {
        return on(host).size();
    }

    HostId anyHost() {
        return hosts.get(random.nextInt(hosts.size()));
    }

    void move(VmId vm, HostId source, HostId destination) {
        Optional.ofNullable(on(source).remove(vm)).ifPresent(facts -> put(destination, facts));
    }

    /** Gives one of the host's vms another size, so that its inventory has changed. */
    void resizeOne(HostId host) {
        List<VmFacts> there = List.copyOf(on(host).values());
        if (!there.isEmpty()) {
            VmFacts old = there.get(random.nextInt(there.size()));
            put(host, new VmFacts(old.vm(), old.name(), memory(), old.state()));
        }
    }

    private VmFacts newVm(int number) {
        VmId id = new VmId(new UUID(random.nextLong(), random.nextLong()));
        VmName name = new VmName(String.format(Locale.ROOT, "guest-%06d", number));
        return new VmFacts(id, name, memory(), VmState.RUNNING);
    }

    private Bytes memory() {
        return Bytes.gibibytes(random.nextInt(LEAST_GIBIBYTES, MOST_GIBIBYTES + 1));
    }

    private void put(HostId host, VmFacts vm) {
        on(host).put(vm.vm(), vm);
    }

    private SortedMap<VmId, VmFacts> on(HostId host) {
        return Optional.ofNullable(vms.get(host)).orElseThrow();
    }
}
