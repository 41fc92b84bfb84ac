package dev.drover.scheduler.domain.state;

import dev.drover.scheduler.domain.intent.Intents;
import dev.drover.scheduler.domain.intent.Task;
import dev.drover.scheduler.domain.inventory.Inventory;
import dev.drover.scheduler.domain.lease.Lease;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.snapshot.AnsweredEntry;
import dev.drover.schema.snapshot.BlockedEntry;
import dev.drover.schema.snapshot.CordonEntry;
import dev.drover.schema.snapshot.HomeEntry;
import dev.drover.schema.snapshot.HostEntry;
import dev.drover.schema.snapshot.LeaseEntry;
import dev.drover.schema.snapshot.MarkEntry;
import dev.drover.schema.snapshot.MigrationEntry;
import dev.drover.schema.snapshot.ProgressEntry;
import dev.drover.schema.snapshot.QuarantineEntry;
import dev.drover.schema.snapshot.RulesEntry;
import dev.drover.schema.snapshot.SnapshotEntry;
import dev.drover.schema.snapshot.TaskEntry;
import java.util.stream.Stream;

/** A state as a row of entries in one order, made as they are asked for. What follows from others is left out. */
public final class StateEntries {
    private StateEntries() {}

    /** All of {@code state} but its name and its number of events. */
    public static Stream<SnapshotEntry> of(ZoneState state) {
        return Stream.of(
                        of(state.progress()),
                        Stream.of(new RulesEntry(
                                state.rules().topology(),
                                state.rules().policy(),
                                state.rules().frozenBy())),
                        of(state.inventory()),
                        of(state.intents()),
                        state.migrations().over().all().map(StateEntries::of),
                        state.migrations().active().values().stream().map(StateEntries::of),
                        state.leases().byMigration().entrySet().stream().map(one -> of(one.getKey(), one.getValue())))
                .flatMap(entries -> entries);
    }

    private static Stream<SnapshotEntry> of(Progress progress) {
        return Stream.concat(
                Stream.of(new ProgressEntry(
                        progress.epoch(), progress.time(), progress.inboxOffset(), progress.schemaLevel())),
                progress.marks().values().stream().map(MarkEntry::new));
    }

    private static Stream<SnapshotEntry> of(Inventory inventory) {
        return Stream.of(
                        inventory.hosts().values().stream().map(HostEntry::new),
                        inventory.cordoned().entrySet().stream()
                                .map(one -> new CordonEntry(one.getKey(), one.getValue())),
                        inventory.quarantined().entrySet().stream()
                                .map(one -> new QuarantineEntry(one.getKey(), one.getValue())))
                .flatMap(entries -> entries);
    }

    private static Stream<SnapshotEntry> of(Intents intents) {
        return Stream.concat(
                intents.tasks().values().stream().flatMap(StateEntries::of),
                intents.answered().byEvent().entrySet().stream()
                        .map(one -> new AnsweredEntry(one.getValue(), one.getKey())));
    }

    private static Stream<SnapshotEntry> of(Task task) {
        return Stream.of(
                        Stream.of(new TaskEntry(task.intent(), task.phase().name(), task.hosts(), task.overdue())),
                        task.homes().entrySet().stream()
                                .map(home -> new HomeEntry(task.id(), home.getKey(), home.getValue())),
                        task.blocked().entrySet().stream()
                                .map(one -> new BlockedEntry(task.id(), one.getKey(), one.getValue())))
                .flatMap(entries -> entries);
    }

    private static SnapshotEntry of(Migration one) {
        return new MigrationEntry(
                one.plan(),
                one.phase().name(),
                one.attempt(),
                one.startCommand(),
                one.lastCommand(),
                one.since(),
                one.dueAt(),
                one.questions(),
                one.stayed(),
                one.prepared());
    }

    private static SnapshotEntry of(MigrationId migration, Lease lease) {
        return new LeaseEntry(
                migration, lease.granted(), lease.charged(), lease.command(), lease.acknowledged(), lease.dueAt());
    }
}
