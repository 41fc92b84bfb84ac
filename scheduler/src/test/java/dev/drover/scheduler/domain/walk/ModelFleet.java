package dev.drover.scheduler.domain.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.ReportMark;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What is really there: hosts, vms, running migrations, and messages on their way. */
final class ModelFleet {
    private static final List<FailureKind> FAILURES = List.of(FailureKind.values());

    /** What a host told its zone. */
    record Told(ReportMark mark, Report report) {}

    private record Later(Instant at, long order, Runnable what) {}

    private final Chance chance;
    private final TreeMap<HostId, HostFacts> hosts = new TreeMap<>();
    private final TreeMap<HostId, ModelAgent> agents = new TreeMap<>();
    private final TreeMap<HostId, Instant> lastReport = new TreeMap<>();
    private final TreeMap<HostId, Instant> lastCommand = new TreeMap<>();
    private final TreeMap<VmId, ModelJob> jobs = new TreeMap<>();
    private final PriorityQueue<Later> later =
            new PriorityQueue<>((one, other) -> one.at().equals(other.at())
                    ? Long.compare(one.order(), other.order())
                    : one.at().compareTo(other.at()));
    private final TreeMap<HostId, TreeSet<VmId>> room = new TreeMap<>();
    private final TreeSet<VmId> destroyed = new TreeSet<>();
    private final List<Told> inbox = new ArrayList<>();
    private final List<Told> everTold = new ArrayList<>();
    private Instant now;
    private long order;

    ModelFleet(Chance chance, List<HostFacts> hosts, Instant start) {
        this.chance = chance;
        this.now = start;
        hosts.forEach(facts -> {
            this.hosts.put(facts.host(), facts);
            agents.put(facts.host(), new ModelAgent(facts.host(), this));
        });
        agents.values().forEach(ModelAgent::inventory);
    }

    HostFacts facts(HostId host) {
        return Optional.ofNullable(hosts.get(host)).orElseThrow();
    }

    List<HostFacts> hosts() {
        return List.copyOf(hosts.values());
    }

    Optional<ModelJob> job(VmId vm) {
        return Optional.ofNullable(jobs.get(vm));
    }

    /** Whether nothing runs and nothing is on its way. */
    boolean isIdle() {
        return later.isEmpty() && jobs.isEmpty();
    }

    /** Everything that happens until {@code until}; gives what came to the inbox meanwhile, in its order. */
    List<Told> runUntil(Instant until) {
        while (!later.isEmpty() && !later.element().at().isAfter(until)) {
            Later next = later.remove();
            now = next.at();
            next.what().run();
        }
        now = until;
        somebodyMeddles();
        List<Told> told = List.copyOf(inbox);
        inbox.clear();
        return told;
    }

    /** People resume what they paused; every host says what it has. */
    void resumeAll() {
        for (HostFacts host : hosts()) {
            host.vms().stream()
                    .filter(vm -> vm.state() == VmState.PAUSED)
                    .forEach(vm -> state(host.host(), vm.vm(), VmState.RUNNING));
            agent(host.host()).inventory();
        }
    }

    /** Its agent starts anew and says what it has. */
    void restart(HostId host) {
        agent(host).restart();
    }

    /** Somebody kills the guest and undefines it, if that leaves nothing of it anywhere. */
    boolean destroy(VmId vm) {
        List<HostFacts> knowing =
                hosts().stream().filter(host -> host.vm(vm).isPresent()).toList();
        boolean lives = knowing.size() == 1
                && knowing.getFirst().vm(vm).map(VmFacts::state).equals(Optional.of(VmState.RUNNING));
        if (lives && !jobs.containsKey(vm)) {
            undefine(knowing.getFirst().host(), vm);
            destroyed.add(vm);
            return true;
        }
        return false;
    }

    boolean isDestroyed(VmId vm) {
        return destroyed.contains(vm);
    }

    /** Removes whatever the host has of the vm, and says so. */
    void undefine(HostId host, VmId vm) {
        change(host, vm, facts -> Optional.empty());
        agent(host).inventory();
    }

    void deliver(CommandMessage command) {
        if (chance.fault(3)) {
            return;
        }
        deliverOnce(command);
        if (chance.fault(10)) {
            deliverOnce(command);
        }
    }

    /** A host's reports keep their order; now and then an old one comes again. */
    void send(ReportMark mark, Report report) {
        Told told = new Told(mark, report);
        everTold.add(told);
        inOrder(lastReport, mark.host(), () -> inbox.add(told));
        if (chance.fault(10)) {
            Told old = chance.oneOf(everTold);
            inOrder(lastReport, old.mark().host(), () -> inbox.add(old));
        }
    }

    /** At a fault nobody hears of it. */
    void sayUnlessMuted(ModelAgent agent, Report report) {
        if (!chance.fault(5)) {
            agent.say(report);
        }
    }

    boolean isHypervisorStuck() {
        return chance.fault(10);
    }

    void begin(ModelJob job) {
        assertThat(jobs).as("a second migration of a vm that is being migrated").doesNotContainKey(job.vm());
        jobs.put(job.vm(), job);
        VmFacts vm = facts(job.source()).vm(job.vm()).orElseThrow();
        assertThat(vm.disks().isEmpty() || hasRoom(job.destination(), job.vm()))
                .as("room at %s for the disks of %s", job.destination(), job.vm())
                .isTrue();
        put(job.destination(), vm.in(VmState.INCOMING));
        agent(job.destination()).inventory();
        in(Duration.ofMillis(chance.between(500, 40_000)), () -> end(job));
    }

    void release(HostId source, VmId vm) {
        boolean safe = destroyed.contains(vm)
                || hosts.values().stream()
                        .anyMatch(host -> !host.host().equals(source)
                                && host.vm(vm)
                                        .filter(facts ->
                                                facts.state() == VmState.RUNNING || facts.state() == VmState.PAUSED)
                                        .isPresent());
        assertThat(safe)
                .as("vm %s lives elsewhere when %s forgets it", vm, source)
                .isTrue();
        change(source, vm, facts -> Optional.empty());
        removeRoom(source, vm);
    }

    /** Why a host makes no room for its disks; one that has something of it does not, and at a fault it has none. */
    Optional<FailureKind> noRoom(HostId host, VmId vm) {
        boolean here = facts(host)
                .vm(vm)
                .map(VmFacts::state)
                .filter(VmState::holdsMemory)
                .isPresent();
        if (here) {
            return Optional.of(FailureKind.HYPERVISOR_ERROR);
        }
        return chance.fault(10) && !hasRoom(host, vm) ? Optional.of(chance.oneOf(FAILURES)) : Optional.empty();
    }

    void makeRoom(HostId host, VmId vm) {
        room.computeIfAbsent(host, first -> new TreeSet<>()).add(vm);
    }

    void removeRoom(HostId host, VmId vm) {
        room.getOrDefault(host, new TreeSet<>()).remove(vm);
    }

    /** Whether there is room for its disks, which it may have used since. */
    boolean hasRoom(HostId host, VmId vm) {
        return room.getOrDefault(host, new TreeSet<>()).contains(vm);
    }

    /** Stops it with the guest where it was. */
    void abort(ModelJob job) {
        jobs.remove(job.vm());
        change(job.destination(), job.vm(), facts -> Optional.empty());
        said(job, new SourceVerdict.StayedAtSource(FailureKind.ABORTED, "as it was told"));
    }

    private void end(ModelJob job) {
        if (!jobs.remove(job.vm(), job)) {
            return; // it was stopped before
        }
        SourceVerdict verdict;
        if (chance.fault(25)) {
            change(job.destination(), job.vm(), facts -> Optional.empty());
            verdict = chance.fault(10) ? unclear(job) : stayed();
        } else {
            state(job.destination(), job.vm(), VmState.RUNNING);
            state(job.source(), job.vm(), VmState.MIGRATED_AWAY);
            verdict = new SourceVerdict.Transferred(Optional.empty());
        }
        said(job, verdict);
    }

    private void said(ModelJob job, SourceVerdict verdict) {
        ModelAgent source = agent(job.source());
        sayUnlessMuted(source, new MigrationEnded(job.migration(), job.attempt(), verdict));
        source.inventory();
        agent(job.destination()).inventory();
    }

    private SourceVerdict stayed() {
        return new SourceVerdict.StayedAtSource(chance.oneOf(FAILURES), "as the model says");
    }

    private SourceVerdict unclear(ModelJob job) {
        state(job.source(), job.vm(), VmState.PAUSED);
        return new SourceVerdict.Unclear(VmState.PAUSED, "as the model says");
    }

    /** An operator pauses or resumes a guest by hand, or an agent starts anew. */
    private void somebodyMeddles() {
        if (chance.fault(2)) {
            chance.oneOf(List.copyOf(agents.values())).restart();
        }
        if (chance.fault(2)) {
            HostFacts host = chance.oneOf(hosts());
            host.vms().stream()
                    .filter(vm -> !jobs.containsKey(vm.vm()))
                    .filter(vm -> vm.state() == VmState.RUNNING || vm.state() == VmState.PAUSED)
                    .findFirst()
                    .ifPresent(vm -> {
                        boolean resumed = vm.state() == VmState.PAUSED;
                        state(host.host(), vm.vm(), resumed ? VmState.RUNNING : VmState.PAUSED);
                        agent(host.host()).inventory();
                    });
        }
    }

    private void deliverOnce(CommandMessage command) {
        inOrder(lastCommand, command.host(), () -> agent(command.host()).hear(command, now));
    }

    private void inOrder(TreeMap<HostId, Instant> lastDelivery, HostId host, Runnable what) {
        Instant at = now.plus(chance.delay());
        Instant last = lastDelivery.getOrDefault(host, at);
        Instant then = at.isAfter(last) ? at : last;
        lastDelivery.put(host, then);
        later.add(new Later(then, order++, what));
    }

    private void in(Duration wait, Runnable what) {
        later.add(new Later(now.plus(wait), order++, what));
    }

    private ModelAgent agent(HostId host) {
        return Optional.ofNullable(agents.get(host)).orElseThrow();
    }

    private void state(HostId host, VmId vm, VmState state) {
        change(host, vm, facts -> Optional.of(facts.in(state)));
    }

    private void put(HostId host, VmFacts vm) {
        HostFacts facts = facts(host);
        List<VmFacts> vms = new ArrayList<>(facts.vms());
        vms.removeIf(known -> known.vm().equals(vm.vm()));
        vms.add(vm);
        hosts.put(host, facts.withVms(vms));
        Bytes used = vms.stream()
                .filter(one -> one.state().holdsMemory())
                .map(VmFacts::memory)
                .reduce(Bytes.ZERO, Bytes::plus);
        assertThat(used).as("memory in use on %s", host).isLessThanOrEqualTo(facts.memory());
    }

    private void change(HostId host, VmId vm, Function<VmFacts, Optional<VmFacts>> change) {
        HostFacts facts = facts(host);
        List<VmFacts> vms = facts.vms().stream()
                .flatMap(known -> (known.vm().equals(vm) ? change.apply(known) : Optional.of(known)).stream())
                .toList();
        hosts.put(host, facts.withVms(vms));
    }
}
