package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.arrived;
import static dev.drover.scheduler.domain.zone.Agents.cleared;
import static dev.drover.scheduler.domain.zone.Agents.ended;
import static dev.drover.scheduler.domain.zone.Agents.left;
import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Agents.released;
import static dev.drover.scheduler.domain.zone.Agents.seenAtDestination;
import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.migration;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Fleet.withDisk;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;

import dev.drover.scheduler.domain.intent.IntentPhase;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.intent.CancelIntent;
import dev.drover.schema.intent.CancelMigration;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.intent.PauseIntent;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.PostCopyFailed;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.transfer.OwnDisks;
import dev.drover.schema.transfer.TransferOptions;
import java.util.Optional;
import java.util.stream.IntStream;

/** Zones in which a migration, or an intent, has come to a certain phase. */
final class Situations {
    /** The intent in question: it evacuates h1. */
    static final IntentId DRAIN = new IntentId("drain");

    /** The migration in question: it brings the first vm from h1 to h2. The second vm goes the same way. */
    static final MigrationId MIGRATION = migration(6);

    private Situations() {}

    static ZoneScenario dispatched() {
        return zone().given(known(host("h1", 64, running(1, 4), running(2, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
    }

    /** The intent stays open in all of them. */
    static ZoneScenario in(MigrationPhase phase) {
        return switch (phase) {
            case QUEUED -> dispatched().when(stayed(vm(1), FailureKind.ABORTED));
            case PREPARING -> preparing();
            case DISPATCHED -> dispatched();
            case RUNNING -> dispatched().when(started(vm(1)));
            case CANCELLING ->
                in(MigrationPhase.RUNNING).when(asked(new CancelMigration(new IntentId("stop"), MIGRATION)));
            case SEVERED ->
                in(MigrationPhase.RUNNING)
                        .when(told("h1", new PostCopyFailed(MIGRATION, Attempt.FIRST, "post-copy failed")));
            case LOST -> severed().when(seenAtDestination(vm(1), Optional.empty()));
            case CONFIRMING -> in(MigrationPhase.RUNNING).when(left(vm(1)));
            case RELEASING -> in(MigrationPhase.CONFIRMING).when(arrived(vm(1)));
            case NEEDS_OPERATOR ->
                in(MigrationPhase.RUNNING)
                        .when(ended(vm(1), new SourceVerdict.Unclear(VmState.PAUSED, "as QEMU said")));
            case SUCCEEDED -> in(MigrationPhase.RELEASING).when(released(vm(1)));
            case FAILED -> in(MigrationPhase.RUNNING).when(stayed(vm(1), FailureKind.DESTINATION_REFUSED));
            case CLEARING -> in(MigrationPhase.CANCELLING).when(stayed(vm(1), FailureKind.ABORTED));
            case CANCELLED -> in(MigrationPhase.CLEARING).when(cleared(vm(1)));
            case RESOLVED ->
                in(MigrationPhase.NEEDS_OPERATOR)
                        .when(asked(new ResolveMigration(
                                new IntentId("resolve"), MIGRATION, OperatorVerdict.AT_SOURCE, "seen with virsh")));
        };
    }

    /** Two vms have disks of their own, which may go along. */
    static ZoneScenario preparing() {
        return preparing(2);
    }

    /** So many vms have. */
    static ZoneScenario preparing(int vms) {
        VmFacts[] owners = IntStream.rangeClosed(1, vms)
                .mapToObj(number -> withDisk(running(number, 4)))
                .toArray(VmFacts[]::new);
        return zone(ZonePolicy.standard().withTransfer(TransferOptions.PLAIN.withDisks(OwnDisks.GO)))
                .given(known(host("h1", 64, owners)), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle());
    }

    /** And the source's inventory has said so too. */
    static ZoneScenario severed() {
        return in(MigrationPhase.SEVERED)
                .when(told("h1", new InventoryReport(host("h1", 64, vm(1, 4, VmState.LEAVING), running(2, 4)))));
    }

    static ZoneScenario in(IntentPhase phase) {
        return switch (phase) {
            case ACTIVE -> dispatched();
            case PAUSED -> dispatched().when(asked(new PauseIntent(new IntentId("pause"), DRAIN)));
            case CANCELLING ->
                dispatched().when(started(vm(1))).when(asked(new CancelIntent(new IntentId("cancel"), DRAIN)));
            case ENDED -> moves(moves(dispatched(), vm(1)), vm(2)).when(settle());
            case RELEASED -> in(IntentPhase.ENDED).when(asked(new ReleaseHosts(new IntentId("release"), DRAIN)));
        };
    }
}
