package dev.drover.scheduler.engine;

import static dev.drover.scheduler.engine.ZonePhase.ACTIVE;
import static dev.drover.scheduler.engine.ZonePhase.FAILED;
import static dev.drover.scheduler.engine.ZonePhase.FENCED;
import static dev.drover.scheduler.engine.ZonePhase.INITIAL;
import static dev.drover.scheduler.engine.ZonePhase.LOADING;

import java.util.List;
import java.util.Optional;

/** What a node goes through with a zone, as one table. What is not in it does not happen. */
public final class ZoneLifecycle {
    /** What happens to an ownership. */
    public enum Occasion {
        /** It is begun, or begun anew. */
        BEGUN,
        /** The new epoch stands in the log. */
        TAKEN,
        /** Another owner was faster, the log is out of reach, or it can't be known what was written. */
        LOST,
        /** The log must not be gone on with. */
        HALTED
    }

    /** A row: in this phase, this leads there. */
    public record Transition(ZonePhase from, Occasion occasion, ZonePhase to) {}

    /** Every legal step. */
    public static final List<Transition> TABLE = List.of(
            new Transition(INITIAL, Occasion.BEGUN, LOADING),
            new Transition(LOADING, Occasion.TAKEN, ACTIVE),
            new Transition(LOADING, Occasion.LOST, FENCED),
            new Transition(LOADING, Occasion.HALTED, FAILED),
            new Transition(ACTIVE, Occasion.LOST, FENCED),
            new Transition(ACTIVE, Occasion.HALTED, FAILED),
            new Transition(FENCED, Occasion.BEGUN, LOADING),
            new Transition(FAILED, Occasion.BEGUN, LOADING));

    private ZoneLifecycle() {}

    /** The phase after {@code occasion} in {@code phase}; empty when it can't happen there. */
    public static Optional<ZonePhase> next(ZonePhase phase, Occasion occasion) {
        return TABLE.stream()
                .filter(row -> row.from() == phase && row.occasion() == occasion)
                .map(Transition::to)
                .findFirst();
    }
}
