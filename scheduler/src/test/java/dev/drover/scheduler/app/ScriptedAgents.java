package dev.drover.scheduler.app;

import dev.drover.scheduler.adapter.kafka.ZoneTopics;
import dev.drover.scheduler.domain.zone.Messages;
import dev.drover.schema.command.AbortMigration;
import dev.drover.schema.command.AttachDevice;
import dev.drover.schema.command.CleanupDestination;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.PrepareDestination;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.RateApplied;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.SourceReleased;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.VmObserved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The agents of some hosts, on one thread over plain clients. They do once what they are told, at once and well; while
 * held they let started migrations run on.
 */
final class ScriptedAgents implements AutoCloseable {
    private record Job(MigrationId migration, Attempt attempt, VmId vm, HostId source, HostId destination) {}

    private final ZoneTopics topics;
    private final Messages messages;
    private final TreeMap<HostId, HostFacts> hosts = new TreeMap<>();
    private final TreeMap<MigrationId, Sequence> taken = new TreeMap<>();
    private final List<Job> jobs = new ArrayList<>();
    private final AtomicBoolean held = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;
    private int heard;

    ScriptedAgents(String bootstrap, ZoneLayout layout, HostFacts... hosts) {
        this.topics = new ZoneTopics(bootstrap, layout);
        this.messages = new Messages(layout.zone());
        Stream.of(hosts).forEach(host -> this.hosts.put(host.host(), host));
        this.thread = Thread.ofPlatform().name("agents").start(this::run);
    }

    void hold() {
        held.set(true);
    }

    void letGo() {
        held.set(false);
    }

    @Override
    public void close() {
        closed.set(true);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (topics) {
            hosts.keySet().forEach(this::tellInventory);
            while (!closed.get()) {
                List<CommandMessage> commands = topics.commands();
                commands.subList(heard, commands.size()).forEach(this::hear);
                heard = commands.size();
                if (!held.get()) {
                    jobs.forEach(this::finish);
                    jobs.clear();
                }
            }
        }
    }

    private void hear(CommandMessage message) {
        MigrationId migration = message.mark().migration();
        Sequence sequence = message.mark().sequence();
        boolean repeat = Optional.ofNullable(taken.get(migration))
                .filter(last -> sequence.compareTo(last) <= 0)
                .isPresent();
        if (!repeat) {
            taken.put(migration, sequence);
            execute(message, migration, message.mark().attempt());
        }
    }

    private void execute(CommandMessage message, MigrationId migration, Attempt attempt) {
        HostId host = message.host();
        switch (message.command()) {
            case StartMigration start -> {
                jobs.add(new Job(migration, attempt, start.vm(), host, start.destination()));
                tell(host, new MigrationStarted(migration, attempt, start.rate()));
            }
            case SetRate rate ->
                tell(host, new RateApplied(migration, attempt, message.mark().sequence(), rate.rate()));
            case ObserveVm observe ->
                tell(
                        host,
                        new VmObserved(
                                migration,
                                attempt,
                                observe.vm(),
                                facts(host).vm(observe.vm()).map(VmFacts::state),
                                jobs.stream()
                                        .anyMatch(job -> job.source().equals(host)
                                                && job.vm().equals(observe.vm()))));
            case ReleaseSource release -> {
                remove(host, release.vm());
                tell(host, new SourceReleased(migration, attempt));
                tellInventory(host);
            }
            case AbortMigration abort -> abort(host, abort.vm());
            case PrepareDestination prepare -> refuse(message);
            case AttachDevice attach -> refuse(message);
            case CleanupDestination cleanup -> refuse(message);
        }
    }

    private void abort(HostId host, VmId vm) {
        List<Job> stopped = jobs.stream()
                .filter(job -> job.source().equals(host) && job.vm().equals(vm))
                .toList();
        jobs.removeAll(stopped);
        stopped.forEach(job -> tell(
                host,
                new MigrationEnded(
                        job.migration(),
                        job.attempt(),
                        new SourceVerdict.StayedAtSource(FailureKind.ABORTED, "as it was told"))));
    }

    private void refuse(CommandMessage message) {
        tell(
                message.host(),
                new CommandRefused(
                        message.mark().migration(),
                        message.mark().attempt(),
                        message.mark().sequence(),
                        RefusalReason.NOT_SUPPORTED,
                        "it is not in the script"));
    }

    private void finish(Job job) {
        VmFacts vm = facts(job.source()).vm(job.vm()).orElseThrow();
        put(job.destination(), vm);
        put(job.source(), new VmFacts(vm.vm(), vm.name(), vm.memory(), VmState.MIGRATED_AWAY));
        tellInventory(job.destination());
        tell(
                job.source(),
                new MigrationEnded(job.migration(), job.attempt(), new SourceVerdict.Transferred(Optional.empty())));
    }

    private void put(HostId host, VmFacts vm) {
        remove(host, vm.vm());
        HostFacts facts = facts(host);
        set(facts, Stream.concat(facts.vms().stream(), Stream.of(vm)).toList());
    }

    private void remove(HostId host, VmId vm) {
        HostFacts facts = facts(host);
        set(facts, facts.vms().stream().filter(known -> !known.vm().equals(vm)).toList());
    }

    private void set(HostFacts facts, List<VmFacts> vms) {
        hosts.put(facts.host(), facts.withVms(vms));
    }

    private HostFacts facts(HostId host) {
        return Optional.ofNullable(hosts.get(host)).orElseThrow();
    }

    private void tellInventory(HostId host) {
        tell(host, new InventoryReport(facts(host)));
    }

    private void tell(HostId host, Report report) {
        topics.tell(messages.report(host, report));
    }
}
