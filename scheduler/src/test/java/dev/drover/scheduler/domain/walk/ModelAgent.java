package dev.drover.scheduler.domain.walk;

import dev.drover.schema.command.AbortMigration;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.AttachDevice;
import dev.drover.schema.command.CleanupDestination;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.PrepareDestination;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.DestinationCleaned;
import dev.drover.schema.report.DestinationPrepared;
import dev.drover.schema.report.DestinationRefused;
import dev.drover.schema.report.DeviceAttached;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.RateApplied;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.ReportMark;
import dev.drover.schema.report.SourceReleased;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.VmObserved;
import dev.drover.schema.transfer.CopyMode;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** One host's agent: executes each command once, in time and of the newest epoch only, and says what came of it. */
final class ModelAgent {
    private final HostId host;
    private final ModelFleet fleet;
    private final TreeMap<MigrationId, Sequence> taken = new TreeMap<>();
    private Epoch epoch = Epoch.NONE;
    private Incarnation incarnation = new Incarnation(1);
    private long reports;

    ModelAgent(HostId host, ModelFleet fleet) {
        this.host = host;
        this.fleet = fleet;
    }

    /** Forgets where it was in its reports, as an agent does that starts anew. */
    void restart() {
        incarnation = incarnation.next();
        reports = 0;
        inventory();
    }

    void inventory() {
        say(new InventoryReport(fleet.facts(host)));
    }

    void say(Report report) {
        fleet.send(new ReportMark(host, incarnation, new Sequence(++reports)), report);
    }

    void hear(CommandMessage message, Instant now) {
        CommandMark mark = message.mark();
        boolean repeat = Optional.ofNullable(taken.get(mark.migration()))
                .filter(last -> mark.sequence().compareTo(last) <= 0)
                .isPresent();
        if (repeat) {
            return;
        }
        if (mark.epoch().compareTo(epoch) < 0) {
            refuse(mark, RefusalReason.OLD_EPOCH);
        } else if (now.isAfter(mark.expiresAt())) {
            refuse(mark, RefusalReason.EXPIRED);
        } else {
            taken.put(mark.migration(), mark.sequence());
            epoch = mark.epoch();
            execute(mark, message.command());
        }
    }

    private void execute(CommandMark mark, AgentCommand command) {
        switch (command) {
            case StartMigration start -> start(mark, start);
            case SetRate rate -> {
                if (fleet.job(rate.vm()).isPresent()) {
                    say(new RateApplied(mark.migration(), mark.attempt(), mark.sequence(), rate.rate()));
                } else {
                    refuse(mark, RefusalReason.NOT_RUNNING_HERE);
                }
            }
            case ObserveVm observe when fleet.isHypervisorStuck() -> refuse(mark, RefusalReason.HYPERVISOR_ERROR);
            case ObserveVm observe ->
                say(new VmObserved(
                        mark.migration(),
                        mark.attempt(),
                        observe.vm(),
                        stateOf(observe.vm()),
                        fleet.job(observe.vm())
                                .filter(job -> job.source().equals(host))
                                .isPresent()));
            case ReleaseSource release -> {
                fleet.release(host, release.vm());
                say(new SourceReleased(mark.migration(), mark.attempt()));
                inventory();
            }
            case AbortMigration abort -> abort(mark, abort.vm());
            case PrepareDestination prepare -> prepare(mark, prepare);
            case CleanupDestination cleanup -> cleanUp(mark, cleanup.vm());
            case AttachDevice attach -> say(new DeviceAttached(mark.migration(), mark.attempt(), attach.device()));
        }
    }

    private void start(CommandMark mark, StartMigration start) {
        if (!stateOf(start.vm()).equals(Optional.of(VmState.RUNNING))) {
            say(new MigrationEnded(
                    mark.migration(),
                    mark.attempt(),
                    new SourceVerdict.StayedAtSource(FailureKind.VM_NOT_RUNNING, "it does not run here")));
            return;
        }
        fleet.begin(new ModelJob(mark.migration(), mark.attempt(), start.vm(), host, start.destination()));
        fleet.sayUnlessMuted(this, new MigrationStarted(mark.migration(), mark.attempt(), start.rate()));
    }

    private void prepare(CommandMark mark, PrepareDestination prepare) {
        Optional<FailureKind> failure = fleet.noRoom(host, prepare.vm());
        if (failure.isPresent()) {
            say(new DestinationRefused(
                    mark.migration(), mark.attempt(), mark.sequence(), failure.get(), "as the model says"));
        } else {
            fleet.makeRoom(host, prepare.vm());
            say(new DestinationPrepared(mark.migration(), mark.attempt(), mark.sequence(), CopyMode.FULL));
        }
    }

    private void cleanUp(CommandMark mark, VmId vm) {
        if (stateOf(vm).filter(VmState::holdsMemory).isPresent()) {
            say(new VmObserved(mark.migration(), mark.attempt(), vm, stateOf(vm), false));
        } else {
            fleet.removeRoom(host, vm);
            say(new DestinationCleaned(mark.migration(), mark.attempt()));
        }
    }

    private void abort(CommandMark mark, VmId vm) {
        Optional<ModelJob> job = fleet.job(vm).filter(one -> one.source().equals(host));
        if (job.isPresent()) {
            fleet.abort(job.get());
        } else {
            refuse(mark, RefusalReason.NOT_RUNNING_HERE);
        }
    }

    private void refuse(CommandMark mark, RefusalReason reason) {
        say(new CommandRefused(mark.migration(), mark.attempt(), mark.sequence(), reason, "as the model says"));
    }

    private Optional<VmState> stateOf(VmId vm) {
        return fleet.facts(host).vm(vm).map(VmFacts::state);
    }
}
