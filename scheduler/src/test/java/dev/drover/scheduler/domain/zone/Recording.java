package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.applied;
import static dev.drover.scheduler.domain.zone.Agents.arrived;
import static dev.drover.scheduler.domain.zone.Agents.cleared;
import static dev.drover.scheduler.domain.zone.Agents.ended;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Agents.refused;
import static dev.drover.scheduler.domain.zone.Agents.released;
import static dev.drover.scheduler.domain.zone.Agents.seenAtDestination;
import static dev.drover.scheduler.domain.zone.Agents.seenAtSource;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Fleet.withDisk;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.takeover;
import static dev.drover.scheduler.domain.zone.ZoneScenario.tick;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.DestinationPrepared;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.PostCopyFailed;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.transfer.OwnDisks;
import dev.drover.schema.transfer.TransferOptions;
import java.time.Duration;
import java.util.Optional;

/** A zone's run in which nearly everything happens that can: it moves, fails, is asked about, refused, blocked, ended. */
public final class Recording {
    private Recording() {}

    public static ZoneScenario run() {
        ZoneScenario zone =
                zone(ZonePolicy.standard().withParallel(2).withTransfer(TransferOptions.PLAIN.withDisks(OwnDisks.GO)));
        zone.when(told(
                        "h1",
                        new InventoryReport(
                                host("h1", 64, running(1, 4), running(2, 4), running(3, 4), vm(4, 4, VmState.PAUSED)))))
                .when(told("h2", new InventoryReport(host("h2", 64))))
                .when(told("h3", new InventoryReport(host("h3", 64))))
                .when(asked(evacuate("drain", "h1")))
                .when(asked(evacuate("drain-again", "h1")))
                .when(asked(evacuate("nowhere", "h9")))
                .when(settle());
        zone.after(Duration.ofSeconds(1))
                .when(started(vm(1)))
                .when(started(vm(2)))
                .when(settle())
                .when(applied(vm(1)))
                .when(stayed(vm(2), FailureKind.OUT_OF_TIME))
                .when(settle())
                .when(started(vm(3)));
        zone.after(Duration.ofMinutes(31))
                .when(tick())
                .when(seenAtSource(vm(1), Optional.of(VmState.RUNNING), true))
                .when(left(vm(1)))
                .when(settle())
                .when(seenAtDestination(vm(1), Optional.of(VmState.INCOMING)))
                .when(arrived(vm(1)))
                .when(takeover("node-2"))
                .when(released(vm(1)))
                .when(settle());
        zone.when(refused(vm(2), zone.moving(vm(2)).lastCommand().orElseThrow().value(), RefusalReason.EXPIRED))
                .after(Duration.ofSeconds(5))
                .when(settle())
                .when(started(vm(2)))
                .when(stayed(vm(2), FailureKind.DESTINATION_REFUSED))
                .when(cleared(vm(2)))
                .when(settle());
        zone.when(told("h1", new InventoryReport(host("h1", 64, running(2, 4), running(3, 4)))))
                .when(ended(vm(3), new SourceVerdict.Unclear(VmState.PAUSED, "as QEMU said")))
                .when(settle());
        loses(zone, vm(6));
        takesItsDiskAlong(zone, vm(7));
        RecordedOrders.follow(zone);
        return zone;
    }

    private static void loses(ZoneScenario zone, VmId vm) {
        zone.when(told("h3", new InventoryReport(host("h3", 64, running(6, 4)))))
                .when(asked(new MigrateVm(
                        new IntentId("move"), vm, Optional.of(id("h2")), Optional.empty(), Priority.NORMAL)))
                .when(settle())
                .when(started(vm));
        zone.when(told("h3", new PostCopyFailed(zone.moving(vm).id(), Attempt.FIRST, "client socket is closed")))
                .when(told("h3", new InventoryReport(host("h3", 64, vm(6, 4, VmState.LEAVING)))))
                .when(seenAtDestination(vm, Optional.empty()))
                .when(asked(new ResolveMigration(
                        new IntentId("look"), zone.moving(vm).id(), OperatorVerdict.LOST, "seen with virsh")))
                .when(settle());
    }

    private static void takesItsDiskAlong(ZoneScenario zone, VmId vm) {
        zone.when(told("h3", new InventoryReport(host("h3", 64, withDisk(running(7, 4))))))
                .when(asked(new MigrateVm(
                        new IntentId("move-7"), vm, Optional.of(id("h2")), Optional.empty(), Priority.NORMAL)))
                .when(settle());
        zone.when(told(
                        "h2",
                        new DestinationPrepared(zone.moving(vm).id(), Attempt.FIRST, Sequence.FIRST, CopyMode.FULL)))
                .when(settle());
        moves(zone, vm).when(settle());
    }
}
