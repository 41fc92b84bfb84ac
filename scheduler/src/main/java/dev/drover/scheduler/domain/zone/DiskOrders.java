package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.CleanupDestination;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.PrepareDestination;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.transfer.OwnDisks;

/** What hosts are told about a vm whose disks may go along with it. */
final class DiskOrders {
    private DiskOrders() {}

    /** To the destination, before. */
    static AgentCommand makeRoom(Turn turn, Migration migration) {
        MigrationPlanned plan = migration.plan();
        CopyMode mode =
                turn.policy().transfer().disks() == OwnDisks.GO_FROM_BASE ? CopyMode.INCREMENTAL : CopyMode.FULL;
        return new PrepareDestination(plan.vm(), plan.name(), plan.memory(), plan.source(), plan.disks(), mode);
    }

    /** To the destination of a guest that stayed: what is there of it, and to remove what was made ready for it. */
    static AgentCommand clear(Migration migration) {
        MigrationPlanned plan = migration.plan();
        return plan.disks().isEmpty() ? new ObserveVm(plan.vm()) : new CleanupDestination(plan.vm());
    }

    /** To the source of a guest that arrived. */
    static AgentCommand release(Migration migration) {
        MigrationPlanned plan = migration.plan();
        return new ReleaseSource(
                plan.vm(), plan.disks().stream().map(LocalDisk::path).toList());
    }
}
