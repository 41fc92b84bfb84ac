package dev.drover.simulation.fleet;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.Bytes;
import dev.drover.simulation.scenario.HostPlan;
import dev.drover.simulation.scenario.VmPlan;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A host with the guests that are really on it. */
public final class SimHost {
    private final HostFacts described;
    private final TreeMap<VmId, VmFacts> vms = new TreeMap<>();
    private final SimFiles files = new SimFiles();
    private final Deque<Fated> fates = new ArrayDeque<>();
    private Instant stuckUntil = Instant.MIN;

    /** A fault that waits for the next migration. */
    private record Fated(JobFate fate, Runnable noted) {}

    SimHost(HostPlan plan) {
        this.described = plan.facts();
        for (VmPlan guest : plan.vms()) {
            VmFacts vm = guest.facts();
            vms.put(vm.vm(), vm);
            files.put(vm);
        }
    }

    /** Its id. */
    public HostId host() {
        return described.host();
    }

    /** Whether it takes migrations there. */
    boolean isAt(MigrationUri uri) {
        return described.migrationUri().equals(uri);
    }

    /** The files of disks on it. */
    public SimFiles files() {
        return files;
    }

    /** As it is now. */
    public HostFacts facts() {
        return described.withVms(List.copyOf(vms.values()));
    }

    /** What is here of the guest. */
    public Optional<VmState> state(VmId vm) {
        return Optional.ofNullable(vms.get(vm)).map(VmFacts::state);
    }

    /** Memory that guests hold. */
    public Bytes used() {
        return vms.values().stream()
                .filter(vm -> vm.state().holdsMemory())
                .map(VmFacts::memory)
                .reduce(Bytes.ZERO, Bytes::plus);
    }

    /** Memory there is. */
    public Bytes memory() {
        return described.memory();
    }

    /** The next migration from here meets this fate. */
    void fated(JobFate fate, Runnable noted) {
        fates.addLast(new Fated(fate, noted));
    }

    Optional<JobFate> takeFate() {
        return Optional.ofNullable(fates.pollFirst()).map(fated -> {
            fated.noted().run();
            return fated.fate();
        });
    }

    void forgive() {
        fates.clear();
        stuckUntil = Instant.MIN;
    }

    /** Answers nobody until then. */
    void stickUntil(Instant then) {
        stuckUntil = then;
    }

    Instant stuckUntil() {
        return stuckUntil;
    }

    boolean hasRoomFor(VmFacts vm) {
        return used().plus(vm.memory()).compareTo(described.memory()) <= 0;
    }

    Optional<VmFacts> find(VmId vm) {
        return Optional.ofNullable(vms.get(vm));
    }

    void put(VmFacts vm, VmState state) {
        vms.put(vm.vm(), vm.in(state));
    }

    void remove(VmId vm) {
        vms.remove(vm);
    }
}
