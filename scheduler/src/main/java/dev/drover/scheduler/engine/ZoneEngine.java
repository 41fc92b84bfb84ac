package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.zone.Decision;
import dev.drover.scheduler.domain.zone.ZoneDecider;
import dev.drover.scheduler.domain.zone.ZoneEvolver;
import dev.drover.scheduler.domain.zone.ZoneInput;
import dev.drover.scheduler.domain.zone.ZoneState;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.EventMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One zone's loop: reads a batch of inputs, decides about each and then once about what follows from all, commits it
 * as one transaction, and only then lets the new state be seen. Used by one thread; {@link #state} by any.
 */
public final class ZoneEngine {
    /** How often deadlines are looked at when nothing else happens. */
    private static final Duration TICK = Duration.ofMillis(250);

    private final ZoneId zone;
    private final NodeId node;
    private final ZoneDecider decider;
    private final ZoneLog log;
    private final InstantSource clock;
    private volatile ZoneState state;
    private Optional<InboxOffset> readUpTo = Optional.empty();
    private Instant nextTick = Instant.EPOCH;

    /** An engine that has not loaded anything yet. */
    public ZoneEngine(ZoneId zone, NodeId node, ZoneDecider decider, ZoneLog log, InstantSource clock) {
        this.zone = zone;
        this.node = node;
        this.decider = decider;
        this.log = log;
        this.clock = clock;
        this.state = ZoneState.empty(zone);
    }

    /** The last committed state. */
    public ZoneState state() {
        return state;
    }

    /**
     * Makes this node the owner: fences the others, folds the log, goes back to where the inbox was left, and writes
     * the new epoch. Anything but {@link StepResult.Advanced} means that it is not.
     */
    public StepResult takeOver() {
        Fold fold = new Fold(ZoneState.empty(zone));
        log.open(fold::add);
        state = fold.state();
        readUpTo = state.inboxOffset();
        log.readFrom(readUpTo);
        return commit(new Work(state).decide(new ZoneInput.Takeover(node, clock.instant())));
    }

    /** One turn of the loop; waits up to {@code wait} for an input. */
    public StepResult step(Duration wait) {
        List<InboxRecord> records = log.poll(wait);
        Instant now = clock.instant();
        boolean tick = !now.isBefore(nextTick);
        if (records.isEmpty() && !tick) {
            return new StepResult.Idle();
        }
        Work work = new Work(state);
        records.forEach(record -> work.take(record, now));
        if (tick) {
            nextTick = now.plus(TICK);
            work.decide(new ZoneInput.Tick(now));
        }
        return commit(work.decide(new ZoneInput.Settle(now)));
    }

    private StepResult commit(Work work) {
        Batch batch = work.batch();
        if (batch.isEmpty()) {
            return new StepResult.Idle();
        }
        return switch (log.commit(batch)) {
            case CommitResult.Committed committed -> {
                state = work.after;
                readUpTo = batch.readUpTo().or(() -> readUpTo);
                yield new StepResult.Advanced(batch.events().size());
            }
            case CommitResult.Aborted(String why) -> {
                log.readFrom(readUpTo);
                yield new StepResult.Retrying(why);
            }
            case CommitResult.Lost(String why) -> new StepResult.Lost(why);
        };
    }

    /** The log so far. */
    private static final class Fold {
        private ZoneState state;

        Fold(ZoneState empty) {
            this.state = empty;
        }

        void add(EventMessage event) {
            state = ZoneEvolver.evolve(state, event);
        }

        ZoneState state() {
            return state;
        }
    }

    /** A batch being made: dropped whole when it can't be committed. */
    private final class Work {
        private final List<Decision> decisions = new ArrayList<>();
        private final List<InboxRecord.Illegible> illegible = new ArrayList<>();
        private Optional<InboxOffset> read = Optional.empty();
        private ZoneState after;

        Work(ZoneState before) {
            this.after = before;
        }

        void take(InboxRecord record, Instant now) {
            read = Optional.of(record.offset());
            switch (record) {
                case InboxRecord.Legible legible ->
                    decide(new ZoneInput.Durable(legible.offset(), legible.message(), now));
                case InboxRecord.Illegible letter -> illegible.add(letter);
            }
        }

        Work decide(ZoneInput input) {
            Decision decision = decider.decide(after, input);
            decision.events().forEach(event -> after = ZoneEvolver.evolve(after, event));
            decisions.add(decision);
            return this;
        }

        Batch batch() {
            return new Batch(
                    read,
                    decisions.stream().flatMap(one -> one.events().stream()).toList(),
                    decisions.stream().flatMap(one -> one.commands().stream()).toList(),
                    illegible);
        }
    }
}
