package dev.drover.scheduler.domain.intent;

import static dev.drover.scheduler.domain.intent.IntentPhase.ACTIVE;
import static dev.drover.scheduler.domain.intent.IntentPhase.CANCELLING;
import static dev.drover.scheduler.domain.intent.IntentPhase.ENDED;
import static dev.drover.scheduler.domain.intent.IntentPhase.PAUSED;
import static dev.drover.scheduler.domain.intent.IntentPhase.RELEASED;

import dev.drover.schema.event.HostsReleased;
import dev.drover.schema.event.IntentCancelRequested;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEvent;
import dev.drover.schema.event.IntentOverdue;
import dev.drover.schema.event.IntentPaused;
import dev.drover.schema.event.IntentResumed;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.event.VmUnblocked;
import java.util.List;
import java.util.Optional;

/** The life of an accepted intent as one table. What is not in it does not happen. */
public final class IntentLifecycle {
    /** A row: in this phase, this event leads there. */
    public record Transition(IntentPhase from, Class<? extends IntentEvent> event, IntentPhase to) {}

    /** Every legal step after {@code IntentAccepted}, which begins the life in {@link IntentPhase#ACTIVE}. */
    public static final List<Transition> TABLE = List.of(
            new Transition(ACTIVE, VmBlocked.class, ACTIVE),
            new Transition(ACTIVE, VmUnblocked.class, ACTIVE),
            new Transition(ACTIVE, IntentOverdue.class, ACTIVE),
            new Transition(ACTIVE, IntentPaused.class, PAUSED),
            new Transition(ACTIVE, IntentCancelRequested.class, CANCELLING),
            new Transition(ACTIVE, IntentEnded.class, ENDED),
            new Transition(PAUSED, VmBlocked.class, PAUSED),
            new Transition(PAUSED, VmUnblocked.class, PAUSED),
            new Transition(PAUSED, IntentOverdue.class, PAUSED),
            new Transition(PAUSED, IntentResumed.class, ACTIVE),
            new Transition(PAUSED, IntentCancelRequested.class, CANCELLING),
            new Transition(PAUSED, IntentEnded.class, ENDED),
            new Transition(CANCELLING, VmBlocked.class, CANCELLING),
            new Transition(CANCELLING, IntentOverdue.class, CANCELLING),
            new Transition(CANCELLING, IntentEnded.class, ENDED),
            new Transition(ENDED, HostsReleased.class, RELEASED));

    private IntentLifecycle() {}

    /** The phase after {@code event} in {@code phase}; empty when it can't happen there. */
    public static Optional<IntentPhase> next(IntentPhase phase, Class<? extends IntentEvent> event) {
        return TABLE.stream()
                .filter(row -> row.from() == phase && row.event().equals(event))
                .map(Transition::to)
                .findFirst();
    }
}
