package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.plan.PlanProposal;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.domain.zone.ZoneInput;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.ZoneId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * One zone's loop: reads a batch of inputs, decides about each and then once about what follows from all, commits it
 * as one transaction, and only then lets the new state be seen. Used by one thread; {@link #folded} by any.
 */
public final class ZoneEngine {
    /** How often deadlines are looked at when nothing else happens. */
    private static final Duration TICK = Duration.ofMillis(250);

    private final ZoneId zone;
    private final Deciding deciding;
    private final SnapshotWriter snapshots;
    private final ZoneLog log;
    private final InstantSource clock;
    private volatile Folded folded;
    private Optional<InboxOffset> readUpTo = Optional.empty();
    private Instant nextTick = Instant.EPOCH;

    /** An engine that has not loaded anything yet. */
    public ZoneEngine(ZoneId zone, Deciding deciding, SnapshotWriter snapshots, ZoneLog log, InstantSource clock) {
        this.zone = zone;
        this.deciding = deciding;
        this.snapshots = snapshots;
        this.log = log;
        this.clock = clock;
        this.folded = Folded.empty(zone);
    }

    /** The last committed state, and its place in the log. */
    public Folded folded() {
        return folded;
    }

    /** The last committed state. */
    public ZoneState state() {
        return folded.state();
    }

    /**
     * Makes this node the owner: fences the others, brings what is known of the zone ({@code warm}, or else its newest
     * snapshot) up to the end of the log, goes back to where the inbox was left, and writes the new epoch. Anything but
     * {@link StepResult.Advanced} means that it is not.
     */
    public StepResult takeOver(Optional<Folded> warm) {
        log.fence();
        Folded from = warm.map(this::afterOthers).orElseGet(this::newestSnapshot);
        folded = Replay.toTheEnd(log.history(), from);
        readUpTo = state().inboxOffset();
        log.readFrom(readUpTo);
        return commit(work().decide(new ZoneInput.Takeover(deciding.node(), clock.instant())));
    }

    /** What others have put aside is not needed for the state then, but must outlive the next snapshot. */
    private Folded afterOthers(Folded warm) {
        log.history().newestFooter().ifPresent(snapshots::found);
        return warm;
    }

    private Folded newestSnapshot() {
        Optional<SnapshotLoader.Loaded> newest = SnapshotLoader.newest(log.history(), zone);
        newest.ifPresent(loaded -> snapshots.found(loaded.footer()));
        return newest.map(SnapshotLoader.Loaded::folded).orElse(Folded.empty(zone));
    }

    /** One turn of the loop; waits up to {@code wait} for an input. */
    public StepResult step(Duration wait) {
        List<InboxRecord> records = log.poll(wait);
        Instant now = clock.instant();
        List<PlanProposal> plans = deciding.proposals().take();
        boolean tick = !now.isBefore(nextTick);
        if (records.isEmpty() && plans.isEmpty() && !tick) {
            return new StepResult.Idle();
        }
        Work work = work();
        records.forEach(record -> work.take(record, now));
        plans.forEach(plan -> work.decide(new ZoneInput.Proposed(plan, now)));
        if (tick) {
            nextTick = now.plus(TICK);
            work.decide(new ZoneInput.Tick(now));
        }
        StepResult result = commit(work.settle(now).with(snapshots.due(folded)));
        deciding.proposals().consider(state(), now);
        return result;
    }

    private Work work() {
        return new Work(deciding.decider(), state());
    }

    private StepResult commit(Work work) {
        Batch batch = work.batch();
        if (batch.isEmpty()) {
            return new StepResult.Idle();
        }
        return switch (log.commit(batch)) {
            case CommitResult.Committed committed -> {
                folded = new Folded(work.after(), committed.end().orElse(folded.position()));
                readUpTo = batch.readUpTo().or(() -> readUpTo);
                snapshots.written();
                yield new StepResult.Advanced(batch.events().size());
            }
            case CommitResult.Aborted(String why) -> {
                log.readFrom(readUpTo);
                yield new StepResult.Retrying(why);
            }
            case CommitResult.Lost(String why) -> new StepResult.Lost(why);
        };
    }
}
