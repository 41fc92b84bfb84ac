package dev.drover.agent.adapter.simulated;

import dev.drover.agent.adapter.simulated.physics.Phase;
import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.JobProgress;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All simulated hosts with their guests, and the migrations between them. Not thread-safe, and without a clock: time
 * passes in {@link #advance} alone, and the same calls always lead to the same world.
 */
final class World {
    /** Shares of the network are worked out anew this often. */
    private static final Duration STEP = Duration.ofMillis(50);

    private final Hosts hosts;
    private final Network network;
    private final Duration keepalive;
    private final Residency residency = new Residency();
    private final Files files = new Files();
    private final SortedMap<VmId, Job> jobs = new TreeMap<>();
    private News news = News.none();

    /** {@code keepalive} is how long a migration bears a network that lets nothing through. */
    World(List<SimulatedHost> hosts, Duration keepalive) {
        this.hosts = new Hosts(hosts);
        this.network = new Network(this.hosts);
        this.keepalive = keepalive;
    }

    /** Starts a guest; throws {@link InvalidValueException} when it is running already or does not fit. */
    void boot(HostId host, SimulatedGuest guest) {
        misfit(host, guest).ifPresent(problem -> {
            throw new InvalidValueException("memory of guest " + guest.name(), problem);
        });
        residency.settle(host, guest);
        guest.disks().forEach(disk -> files.put(host, disk));
        news.changed(host);
    }

    Files files() {
        return files;
    }

    Network network() {
        return network;
    }

    HostFacts facts(HostId id) {
        SimulatedHost host = hosts.get(id);
        TreeSet<VmId> known = new TreeSet<>(residency.definedAt(id));
        jobs.values().stream()
                .filter(job -> job.destination().equals(id))
                .map(Job::vm)
                .forEach(known::add);
        List<VmFacts> vms = known.stream()
                .flatMap(vm -> state(id, vm).map(state -> residency.guest(vm).facts(state)).stream())
                .toList();
        return new HostFacts(id, host.memory(), host.nic(), host.migrationUri(), vms);
    }

    Sighting observe(HostId host, VmId vm) {
        boolean active = incoming(host, vm)
                .or(() -> outgoing(host, vm))
                .filter(job -> !job.severed())
                .isPresent();
        return new Sighting(state(host, vm), active);
    }

    /** Starts a migration, or says why not. */
    Optional<JobResult.Failed> start(HostId source, MigrationRequest request) {
        VmId vm = request.vm();
        if (outgoing(source, vm).isPresent()) {
            return failed(FailureKind.HYPERVISOR_ERROR, "vm " + vm + " is migrating already");
        }
        if (!observe(source, vm).is(VmState.RUNNING)) {
            return failed(FailureKind.VM_NOT_RUNNING, "vm " + vm + " does not run on host " + source);
        }
        Optional<SimulatedHost> destination =
                hosts.at(request.destination()).filter(host -> network.connects(source, host.host()));
        if (destination.isEmpty()) {
            return failed(FailureKind.DESTINATION_UNREACHABLE, "no answer from " + request.destination());
        }
        return start(source, destination.get().host(), residency.guest(vm), request);
    }

    private Optional<JobResult.Failed> start(
            HostId source, HostId destination, SimulatedGuest guest, MigrationRequest request) {
        if (source.equals(destination)) {
            return failed(FailureKind.DESTINATION_REFUSED, "vm " + guest.vm() + " runs on host " + source + " already");
        }
        Optional<String> problem = misfit(destination, guest);
        if (problem.isPresent()) {
            return failed(FailureKind.DESTINATION_REFUSED, "memory of vm " + guest.vm() + " " + problem.get());
        }
        Optional<LocalDisk> missing = DiskTransfer.taken(guest, request).stream()
                .filter(disk -> !files.holds(destination, disk.path()))
                .findFirst();
        if (missing.isPresent()) {
            return failed(
                    FailureKind.DESTINATION_REFUSED,
                    missing.get().path() + ": no such file or directory on host " + destination);
        }
        jobs.put(guest.vm(), Job.of(guest, source, destination, request));
        news.changed(destination);
        return Optional.empty();
    }

    Optional<JobProgress> progress(HostId source, VmId vm) {
        return outgoing(source, vm).filter(job -> !job.severed()).map(Job::progress);
    }

    void setRate(HostId source, VmId vm, BitsPerSecond limit) {
        jobs.put(vm, migrating(source, vm).limitedTo(limit));
    }

    void setDowntime(HostId source, VmId vm, Duration limit) {
        Job job = migrating(source, vm);
        jobs.put(vm, job.going(job.copy().within(limit)));
    }

    void startPostCopy(HostId source, VmId vm) {
        Job job = migrating(source, vm);
        if (!job.mayPostCopy()) {
            throw new HypervisorException(
                    FailureKind.HYPERVISOR_ERROR, "the migration of vm " + vm + " was begun without post-copy");
        }
        become(job, job.going(job.copy().inPostCopy()));
    }

    BitsPerSecond dirtyRate(HostId host, VmId vm, Duration period) {
        if (!observe(host, vm).is(VmState.RUNNING)) {
            throw new HypervisorException(
                    FailureKind.VM_NOT_RUNNING,
                    "vm " + vm + " does not run on host " + host + ", so it writes nothing");
        }
        return residency.guest(vm).workload().dirtyRateOver(period);
    }

    void abort(HostId source, VmId vm) {
        outgoing(source, vm)
                .filter(job -> !job.copy().phase().guestLeft())
                .ifPresent(job -> fail(job, FailureKind.ABORTED, "the migration was aborted"));
    }

    Optional<JobResult.Completed> lastJob(HostId source, VmId vm) {
        return residency.definition(source, vm).flatMap(Definition::departure);
    }

    void release(HostId host, VmId vm) {
        state(host, vm).filter(VmState::holdsMemory).ifPresent(state -> {
            throw new HypervisorException(
                    FailureKind.HYPERVISOR_ERROR, "vm " + vm + " is " + state + " on host " + host + ", not released");
        });
        if (residency.forget(host, vm)) {
            news.changed(host);
        }
    }

    /** Lets time pass. */
    void advance(Duration time) {
        Duration left = time;
        while (left.isPositive() && !jobs.isEmpty()) {
            Duration step = left.compareTo(STEP) < 0 ? left : STEP;
            step(step);
            left = left.minus(step);
        }
    }

    /** What happened since the last call. */
    News takeNews() {
        News taken = news;
        news = News.none();
        return taken;
    }

    private void step(Duration dt) {
        SortedMap<VmId, BitsPerSecond> shares = network.shares(jobs.values());
        for (Job job : List.copyOf(jobs.values())) {
            Optional<BitsPerSecond> share = Optional.ofNullable(shares.get(job.vm()));
            become(job, share.map(rate -> job.advanced(dt, rate)).orElseGet(() -> job.cutOff(dt)));
        }
    }

    private void become(Job before, Job after) {
        jobs.put(after.vm(), after);
        Phase was = before.copy().phase();
        Phase is = after.copy().phase();
        if (was.guestRunsHere() != is.guestRunsHere()) {
            news.changed(after.source());
        }
        if (was.guestRunsThere() != is.guestRunsThere()) {
            news.changed(after.destination());
        }
        after.completed().ifPresent(result -> complete(after, result));
        if (after.silence().compareTo(keepalive) >= 0) {
            silent(after);
        }
    }

    /** In post-copy there is no way back: the job is given up, and goes on when something comes through again. */
    private void silent(Job job) {
        String words = "heard nothing from host " + job.destination() + " for " + keepalive;
        if (!job.copy().phase().guestRunsThere()) {
            fail(job, FailureKind.DESTINATION_UNREACHABLE, words);
        } else if (!job.severed()) {
            jobs.put(job.vm(), job.givenUp());
            news.ended(
                    job.vm(), new JobResult.Failed(FailureKind.DESTINATION_UNREACHABLE, "post-copy failed: " + words));
        }
    }

    private void complete(Job job, JobResult.Completed result) {
        residency.move(job.vm(), job.source(), job.destination(), result);
        end(job, result);
    }

    private void fail(Job job, FailureKind kind, String detail) {
        end(job, new JobResult.Failed(kind, detail));
    }

    private void end(Job job, JobResult result) {
        jobs.remove(job.vm());
        news.ended(job.vm(), result);
        news.changed(job.source());
        news.changed(job.destination());
    }

    private Optional<VmState> state(HostId host, VmId vm) {
        Optional<Job> arriving = incoming(host, vm);
        if (arriving.isPresent()) {
            return arriving.map(job -> job.copy().phase().guestRunsThere() ? VmState.RUNNING : VmState.INCOMING);
        }
        return residency.definition(host, vm).map(definition -> switch (definition) {
            case Definition.Left left -> VmState.MIGRATED_AWAY;
            case Definition.Resident resident ->
                outgoing(host, vm).map(World::atSource).orElse(VmState.RUNNING);
        });
    }

    private static VmState atSource(Job job) {
        Phase phase = job.copy().phase();
        if (phase.guestRunsHere()) {
            return VmState.RUNNING;
        }
        return phase.guestRunsThere() ? VmState.LEAVING : VmState.PAUSED;
    }

    private Job migrating(HostId source, VmId vm) {
        return outgoing(source, vm)
                .orElseThrow(() -> new HypervisorException(
                        FailureKind.HYPERVISOR_ERROR, "vm " + vm + " is not migrating away from host " + source));
    }

    private Optional<Job> outgoing(HostId host, VmId vm) {
        return Optional.ofNullable(jobs.get(vm)).filter(job -> job.source().equals(host));
    }

    private Optional<Job> incoming(HostId host, VmId vm) {
        return Optional.ofNullable(jobs.get(vm)).filter(job -> job.destination().equals(host));
    }

    /** Why the guest does not fit, if so. */
    private Optional<String> misfit(HostId host, SimulatedGuest guest) {
        HostFacts facts = facts(host);
        Bytes used = facts.vms().stream()
                .filter(vm -> vm.state().holdsMemory())
                .map(VmFacts::memory)
                .reduce(Bytes.ZERO, Bytes::plus);
        Bytes free = facts.memory().minus(used);
        if (guest.memory().compareTo(free) <= 0) {
            return Optional.empty();
        }
        return Optional.of("is " + guest.memory().value() + " bytes; host " + host + " has " + free.value() + " free");
    }

    private static Optional<JobResult.Failed> failed(FailureKind kind, String detail) {
        return Optional.of(new JobResult.Failed(kind, detail));
    }
}
