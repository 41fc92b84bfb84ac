package dev.drover.simulation.fleet;

import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.simulation.scenario.HostPlan;
import dev.drover.simulation.scenario.Scenario;
import dev.drover.simulation.scenario.VmPlan;
import dev.drover.simulation.time.Chance;
import dev.drover.simulation.time.VirtualTime;
import dev.drover.simulation.witness.Happening;
import dev.drover.simulation.witness.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** All hosts, guests and running migrations: what is really so, whatever anybody believes. */
public final class Fleet {
    private final VirtualTime time;
    private final Chance chance;
    private final Witness witness;
    private final TreeMap<HostId, SimHost> hosts = new TreeMap<>();
    private final TreeMap<VmId, SimJob> jobs = new TreeMap<>();
    private final TreeMap<VmId, Integer> sentPercent = new TreeMap<>();
    private final List<Consumer<HostId>> onChange = new ArrayList<>();

    /** As the scenario begins. */
    public Fleet(Scenario scenario, VirtualTime time, Chance chance, Witness witness) {
        this.time = time;
        this.chance = chance;
        this.witness = witness;
        scenario.zones().forEach(zone -> zone.hosts().forEach(this::add));
    }

    private void add(HostPlan plan) {
        hosts.put(plan.host(), new SimHost(plan));
        for (VmPlan vm : plan.vms()) {
            sentPercent.put(vm.vm(), vm.sentPercent());
        }
    }

    /** All hosts, by name. */
    public List<SimHost> hosts() {
        return List.copyOf(hosts.values());
    }

    /** One of them. */
    public Optional<SimHost> host(HostId host) {
        return Optional.ofNullable(hosts.get(host));
    }

    /** All migrations that run. */
    public List<SimJob> jobs() {
        return List.copyOf(jobs.values());
    }

    /** Every guest there is or was. */
    public List<VmId> vms() {
        return List.copyOf(sentPercent.keySet());
    }

    /** Is told of every host that changes. */
    public void onChange(Consumer<HostId> listener) {
        onChange.add(listener);
    }

    /** The next migration from {@code host} meets this fate. */
    public void fate(HostId host, JobFate fate, Runnable noted) {
        at(host).fated(fate, noted);
    }

    /** The host's hypervisor answers nobody until then. */
    public void stick(HostId host, Instant until) {
        at(host).stickUntil(until);
    }

    /** When the host's hypervisor will answer; a time that is past when it does now. */
    public Instant answersAt(HostId host) {
        return at(host).stuckUntil();
    }

    /** Whether its hypervisor answers now. Where it does not, what it was told to do may still be to come. */
    public boolean answers(HostId host) {
        return !answersAt(host).isAfter(time.now());
    }

    /** Nothing goes wrong any more but what is going wrong already. */
    public void heal() {
        hosts.values().forEach(SimHost::forgive);
    }

    /** The host as its hypervisor describes it. */
    public HostFacts inventory(HostId host) {
        return at(host).facts();
    }

    /** What the host's hypervisor knows of the guest. */
    public Sighting observe(HostId host, VmId vm) {
        boolean active = Optional.ofNullable(jobs.get(vm))
                .filter(job -> job.source().equals(host) || job.destination().equals(host))
                .isPresent();
        return new Sighting(at(host).state(vm), active);
    }

    SimFiles files(HostId host) {
        return at(host).files();
    }

    /** The true time. */
    Instant now() {
        return time.now();
    }

    /** The migration of the guest that leaves the host now, if there is one. */
    Optional<SimJob> leaving(HostId host, VmId vm) {
        return Optional.ofNullable(jobs.get(vm)).filter(job -> job.source().equals(host));
    }

    /**
     * Begins to migrate; {@code call} is told how it ended, at once when it can't even begin. Throws
     * {@link HypervisorException} where the call is lost; the migration goes on.
     */
    public void migrate(HostId source, MigrationRequest request, Consumer<JobResult> call) {
        VmId vm = request.vm();
        Optional<VmFacts> guest = at(source).find(vm).filter(facts -> facts.state() == VmState.RUNNING);
        if (guest.isEmpty()) {
            call.accept(new JobResult.Failed(FailureKind.VM_NOT_RUNNING, "domain is not running"));
        } else if (jobs.containsKey(vm)) {
            call.accept(new JobResult.Failed(FailureKind.HYPERVISOR_ERROR, "another migration job is active"));
        } else {
            begin(at(source), guest.get(), at(request.destination()), request.rate(), call);
        }
    }

    /** Lets the guest's outgoing migration send at this rate. */
    public void setRate(HostId source, VmId vm, BitsPerSecond rate) {
        SimJob job = leaving(source, vm).orElseThrow(FleetHypervisor::noJob);
        job.goesOnAt(rate, time.now());
        foresee(job);
        moved(List.of());
    }

    /** Stops the guest's outgoing migration, if there is one. */
    public void abort(HostId source, VmId vm) {
        leaving(source, vm).ifPresent(job -> fail(job, VmState.RUNNING, FailureKind.ABORTED, "operation aborted"));
    }

    /** Removes what stayed of a guest that left; throws {@link HypervisorException} when it is still here. */
    public void release(HostId host, VmId vm) {
        if (at(host).state(vm).filter(VmState::holdsMemory).isPresent()) {
            throw new HypervisorException(FailureKind.HYPERVISOR_ERROR, "the domain is active");
        }
        if (at(host).find(vm).isPresent()) {
            at(host).remove(vm);
            witness.saw(new Happening.Forgotten(host, vm));
            moved(List.of(host));
        }
    }

    /** Destroys a guest wherever it is, and removes it; false when it migrates, or is half-way. */
    public boolean destroy(VmId vm) {
        List<SimHost> there = hosts.values().stream()
                .filter(host -> host.find(vm).isPresent())
                .toList();
        Set<VmState> states =
                there.stream().flatMap(host -> host.state(vm).stream()).collect(Collectors.toSet());
        boolean moves = jobs.containsKey(vm)
                || states.contains(VmState.INCOMING)
                || (states.contains(VmState.LEAVING) && states.size() > 1);
        if (moves) {
            return false;
        }
        witness.saw(new Happening.Destroyed(vm));
        there.forEach(host -> {
            host.find(vm).ifPresent(host.files()::remove);
            host.remove(vm);
        });
        moved(there.stream().map(SimHost::host).toList());
        return true;
    }

    /** Pauses a guest by hand that runs and does not migrate; empty when there is none. */
    public Optional<VmId> pauseSomebody(HostId host) {
        Optional<VmFacts> guest = at(host).facts().vms().stream()
                .filter(vm -> vm.state() == VmState.RUNNING && !jobs.containsKey(vm.vm()))
                .findFirst();
        guest.ifPresent(vm -> change(at(host), vm, VmState.PAUSED));
        return guest.map(VmFacts::vm);
    }

    /** Resumes a guest that is paused there. */
    public void resume(HostId host, VmId vm) {
        at(host).find(vm)
                .filter(facts -> facts.state() == VmState.PAUSED)
                .ifPresent(facts -> change(at(host), facts, VmState.RUNNING));
    }

    /** A guest runs there from now on, whatever else is so. Only a bug does this. */
    public void wake(HostId host, VmId vm) {
        at(host).find(vm).ifPresent(facts -> change(at(host), facts, VmState.RUNNING));
    }

    private void begin(
            SimHost source, VmFacts guest, SimHost destination, BitsPerSecond rate, Consumer<JobResult> call) {
        Optional<JobFate> fate = source.takeFate();
        if (fate.equals(Optional.of(JobFate.START_FAILS))) {
            call.accept(new JobResult.Failed(FailureKind.HYPERVISOR_ERROR, "internal error: it did not start"));
        } else if (fate.equals(Optional.of(JobFate.REFUSED))) {
            call.accept(new JobResult.Failed(FailureKind.DESTINATION_REFUSED, "guest CPU doesn't match"));
        } else if (destination.state(guest.vm()).filter(VmState::holdsMemory).isPresent()) {
            call.accept(new JobResult.Failed(FailureKind.HYPERVISOR_ERROR, "domain is already active there"));
        } else if (!destination.files().holdAllOf(guest)) {
            call.accept(new JobResult.Failed(FailureKind.DESTINATION_REFUSED, "no such file or directory"));
        } else if (!destination.hasRoomFor(guest)) {
            witness.saw(new Happening.NoRoom(destination.host(), guest.vm()));
            call.accept(new JobResult.Failed(FailureKind.DESTINATION_REFUSED, "cannot allocate memory"));
        } else {
            double bytes = guest.memory().value() / 100.0 * sentPercent.getOrDefault(guest.vm(), 100);
            SimJob job = new SimJob(guest.vm(), source.host(), destination.host(), fate, call, bytes, rate, time.now());
            jobs.put(guest.vm(), job);
            destination.put(guest, VmState.INCOMING);
            foresee(job);
            moved(List.of(source.host(), destination.host()));
            if (fate.equals(Optional.of(JobFate.CALL_LOST))) {
                throw new HypervisorException(FailureKind.HYPERVISOR_ERROR, "the connection was lost during a call");
            }
        }
    }

    private void foresee(SimJob job) {
        int change = job.change();
        boolean early = job.fate().stream().anyMatch(fate -> fate == JobFate.FAILS || fate == JobFate.DESTINATION_LOST);
        Duration left = early ? job.left().multipliedBy(chance.between(10, 90)).dividedBy(100) : job.left();
        time.in(left, () -> {
            if (job.equals(jobs.get(job.vm())) && change == job.change()) {
                end(job);
            }
        });
    }

    private void end(SimJob job) {
        job.fate().ifPresentOrElse(fate -> end(job, fate), () -> arrive(job, true));
    }

    private void end(SimJob job, JobFate fate) {
        switch (fate) {
            case START_FAILS, REFUSED -> throw new IllegalStateException("it never began");
            case FAILS -> fail(job, VmState.RUNNING, FailureKind.HYPERVISOR_ERROR, "operation failed: job failed");
            case SEVERED -> sever(job, () -> heal(job));
            case SEVERED_FOR_GOOD -> sever(job, () -> loseMemory(job));
            case STRANDED -> fail(job, VmState.PAUSED, FailureKind.HYPERVISOR_ERROR, "it was left paused");
            case DESTINATION_LOST -> loseDestination(job);
            case CALL_HANGS, CALL_LOST -> arrive(job, false);
            case MEMORY_LOST -> {
                arrive(job, true);
                loseMemory(job);
            }
        }
    }

    private void arrive(SimJob job, boolean returns) {
        jobs.remove(job.vm());
        VmFacts guest = at(job.source()).find(job.vm()).orElseThrow();
        at(job.source()).put(guest, VmState.MIGRATED_AWAY);
        at(job.destination()).put(guest, VmState.RUNNING);
        moved(List.of(job.source(), job.destination()));
        if (returns) {
            job.call().accept(new JobResult.Completed(Optional.empty()));
        }
    }

    /** In post-copy: the guest runs there, and part of its memory is here. */
    private void sever(SimJob job, Runnable inTheEnd) {
        jobs.remove(job.vm());
        VmFacts guest = at(job.source()).find(job.vm()).orElseThrow();
        at(job.source()).put(guest, VmState.LEAVING);
        at(job.destination()).put(guest, VmState.RUNNING);
        moved(List.of(job.source(), job.destination()));
        job.call().accept(new JobResult.Failed(FailureKind.DESTINATION_UNREACHABLE, "post-copy failed"));
        time.in(chance.millis(100, 60_000), inTheEnd);
    }

    /** libvirt was no part of the end, so it does not know why the guest is shut off. */
    private void heal(SimJob job) {
        at(job.source())
                .find(job.vm())
                .filter(guest -> guest.state() == VmState.LEAVING)
                .ifPresent(guest -> change(at(job.source()), guest, VmState.SHUT_OFF));
    }

    private void loseMemory(SimJob job) {
        at(job.destination()).remove(job.vm());
        witness.saw(new Happening.MemoryLost(job.vm()));
        moved(List.of(job.destination()));
    }

    private void fail(SimJob job, VmState left, FailureKind kind, String words) {
        jobs.remove(job.vm());
        VmFacts guest = at(job.source()).find(job.vm()).orElseThrow();
        at(job.source()).put(guest, left);
        at(job.destination()).remove(job.vm());
        moved(List.of(job.source(), job.destination()));
        job.call().accept(new JobResult.Failed(kind, words));
    }

    /** What had come to the destination is let go of there only when it notices. */
    private void loseDestination(SimJob job) {
        jobs.remove(job.vm());
        moved(List.of(job.source()));
        job.call().accept(new JobResult.Failed(FailureKind.DESTINATION_UNREACHABLE, "connection lost"));
        time.in(chance.millis(100, 30_000), () -> {
            SimHost destination = at(job.destination());
            boolean stillThere = destination.state(job.vm()).equals(Optional.of(VmState.INCOMING));
            boolean comingAnew = Optional.ofNullable(jobs.get(job.vm()))
                    .filter(other -> other.destination().equals(job.destination()))
                    .isPresent();
            if (stillThere && !comingAnew) {
                destination.remove(job.vm());
                moved(List.of(job.destination()));
            }
        });
    }

    private void change(SimHost host, VmFacts vm, VmState state) {
        host.put(vm, state);
        moved(List.of(host.host()));
    }

    private void moved(List<HostId> changed) {
        changed.forEach(host -> onChange.forEach(listener -> listener.accept(host)));
        witness.saw(new Happening.Moved());
    }

    private SimHost at(MigrationUri uri) {
        return hosts.values().stream()
                .filter(host -> host.isAt(uri))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no host at " + uri));
    }

    private SimHost at(HostId host) {
        return host(host).orElseThrow(() -> new IllegalArgumentException("there is no host " + host));
    }
}
