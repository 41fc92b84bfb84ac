package dev.drover.scheduler.domain.state;

import dev.drover.scheduler.domain.intent.Answered;
import dev.drover.scheduler.domain.intent.IntentPhase;
import dev.drover.scheduler.domain.intent.Intents;
import dev.drover.scheduler.domain.intent.Task;
import dev.drover.scheduler.domain.inventory.Inventory;
import dev.drover.scheduler.domain.lease.Lease;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.id.ZoneId;
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
import java.util.List;
import org.pcollections.TreePMap;

/** A state put together again from its entries. {@code of(StateEntries.of(state))} equals {@code state}. */
public final class RestoredState {
    private RestoredState() {}

    /** Throws {@link IllegalArgumentException} for a phase that nobody knows. */
    public static ZoneState of(ZoneId zone, long events, Iterable<SnapshotEntry> entries) {
        ZoneState state = ZoneState.empty(zone);
        for (SnapshotEntry entry : entries) {
            state = with(state, entry, events);
        }
        return state;
    }

    private static ZoneState with(ZoneState state, SnapshotEntry entry, long events) {
        return switch (entry) {
            case ProgressEntry one ->
                state.with(new Progress(
                        one.epoch(),
                        one.time(),
                        events,
                        one.inboxOffset(),
                        one.schemaLevel(),
                        state.progress().marks()));
            case MarkEntry one -> state.with(state.progress().hearing(List.of(one.mark())));
            case RulesEntry one -> state.with(new Rules(one.topology(), one.policy(), one.frozenBy()));
            case HostEntry one -> state.with(state.inventory().with(one.facts()));
            case CordonEntry one -> cordoned(state, one);
            case QuarantineEntry one -> quarantined(state, one);
            case TaskEntry one -> state.with(state.intents().with(task(one)));
            case HomeEntry one -> changed(state, one);
            case BlockedEntry one -> changed(state, one);
            case AnsweredEntry one -> answered(state, one);
            case MigrationEntry one -> state.with(state.migrations().with(migration(one)));
            case LeaseEntry one -> state.with(state.leases().with(one.migration(), lease(one)));
        };
    }

    private static ZoneState cordoned(ZoneState state, CordonEntry one) {
        Inventory now = state.inventory();
        return state.with(new Inventory(
                now.hosts(), now.whereabouts(), now.cordoned().plus(one.host(), one.by()), now.quarantined()));
    }

    private static ZoneState quarantined(ZoneState state, QuarantineEntry one) {
        Inventory now = state.inventory();
        return state.with(new Inventory(
                now.hosts(),
                now.whereabouts(),
                now.cordoned(),
                now.quarantined().plus(one.host(), one.why())));
    }

    private static Task task(TaskEntry one) {
        return new Task(
                one.intent(),
                IntentPhase.valueOf(one.phase()),
                one.hosts(),
                TreePMap.empty(),
                TreePMap.empty(),
                one.overdue());
    }

    private static ZoneState changed(ZoneState state, HomeEntry one) {
        return state.with(state.intents().change(one.intent(), task -> task.withHome(one.vm(), one.host())));
    }

    private static ZoneState changed(ZoneState state, BlockedEntry one) {
        return state.with(state.intents().change(one.intent(), task -> task.withBlocked(one.vm(), one.why())));
    }

    private static ZoneState answered(ZoneState state, AnsweredEntry one) {
        Intents now = state.intents();
        Answered more = now.answered().plus(one.intent(), one.event());
        return state.with(new Intents(now.tasks(), now.holders(), more));
    }

    private static Migration migration(MigrationEntry one) {
        return new Migration(
                one.plan(),
                MigrationPhase.valueOf(one.phase()),
                one.attempt(),
                one.startCommand(),
                one.lastCommand(),
                one.since(),
                one.dueAt(),
                one.questions(),
                one.stayed(),
                one.prepared());
    }

    private static Lease lease(LeaseEntry one) {
        return new Lease(one.granted(), one.charged(), one.command(), one.acknowledged(), one.dueAt());
    }
}
