package dev.drover.scheduler.domain.migration;

import static dev.drover.scheduler.domain.migration.MigrationPhase.CANCELLED;
import static dev.drover.scheduler.domain.migration.MigrationPhase.CANCELLING;
import static dev.drover.scheduler.domain.migration.MigrationPhase.CLEARING;
import static dev.drover.scheduler.domain.migration.MigrationPhase.CONFIRMING;
import static dev.drover.scheduler.domain.migration.MigrationPhase.DISPATCHED;
import static dev.drover.scheduler.domain.migration.MigrationPhase.FAILED;
import static dev.drover.scheduler.domain.migration.MigrationPhase.LOST;
import static dev.drover.scheduler.domain.migration.MigrationPhase.NEEDS_OPERATOR;
import static dev.drover.scheduler.domain.migration.MigrationPhase.PREPARING;
import static dev.drover.scheduler.domain.migration.MigrationPhase.QUEUED;
import static dev.drover.scheduler.domain.migration.MigrationPhase.RELEASING;
import static dev.drover.scheduler.domain.migration.MigrationPhase.RESOLVED;
import static dev.drover.scheduler.domain.migration.MigrationPhase.RUNNING;
import static dev.drover.scheduler.domain.migration.MigrationPhase.SEVERED;
import static dev.drover.scheduler.domain.migration.MigrationPhase.SUCCEEDED;

import dev.drover.schema.event.MigrationAttemptFailed;
import dev.drover.schema.event.MigrationCancelRequested;
import dev.drover.schema.event.MigrationCancelled;
import dev.drover.schema.event.MigrationConfirmed;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.event.MigrationLost;
import dev.drover.schema.event.MigrationPrepared;
import dev.drover.schema.event.MigrationPreparing;
import dev.drover.schema.event.MigrationQueried;
import dev.drover.schema.event.MigrationResolved;
import dev.drover.schema.event.MigrationRunning;
import dev.drover.schema.event.MigrationSevered;
import dev.drover.schema.event.MigrationStayed;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.MigrationTransferred;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.event.RateAcknowledged;
import dev.drover.schema.event.RateGranted;
import java.util.List;
import java.util.Optional;

/** The life of a migration as one table. What is not in it does not happen. The picture in the docs is drawn from it. */
public final class MigrationLifecycle {
    /** A row: in this phase, this event leads there. */
    public record Transition(MigrationPhase from, Class<? extends MigrationEvent> event, MigrationPhase to) {}

    /** Every legal step after {@code MigrationPlanned}, which begins the life in {@link MigrationPhase#QUEUED}. */
    public static final List<Transition> TABLE = List.of(
            new Transition(QUEUED, MigrationPreparing.class, PREPARING),
            new Transition(QUEUED, MigrationDispatched.class, DISPATCHED),
            new Transition(QUEUED, MigrationFailed.class, FAILED),
            new Transition(QUEUED, MigrationCancelled.class, CANCELLED),
            new Transition(QUEUED, MigrationStayed.class, CLEARING),
            new Transition(PREPARING, MigrationPrepared.class, QUEUED),
            new Transition(PREPARING, MigrationQueried.class, PREPARING),
            new Transition(PREPARING, MigrationAttemptFailed.class, QUEUED),
            new Transition(PREPARING, MigrationFailed.class, FAILED),
            new Transition(PREPARING, MigrationStayed.class, CLEARING),
            new Transition(PREPARING, MigrationUnresolved.class, NEEDS_OPERATOR),
            new Transition(DISPATCHED, MigrationRunning.class, RUNNING),
            new Transition(DISPATCHED, RateAcknowledged.class, DISPATCHED),
            new Transition(DISPATCHED, MigrationQueried.class, DISPATCHED),
            new Transition(DISPATCHED, MigrationCancelRequested.class, CANCELLING),
            new Transition(DISPATCHED, MigrationSevered.class, SEVERED),
            new Transition(DISPATCHED, MigrationTransferred.class, CONFIRMING),
            new Transition(DISPATCHED, MigrationAttemptFailed.class, QUEUED),
            new Transition(DISPATCHED, MigrationFailed.class, FAILED),
            new Transition(DISPATCHED, MigrationStayed.class, CLEARING),
            new Transition(DISPATCHED, MigrationUnresolved.class, NEEDS_OPERATOR),
            new Transition(RUNNING, RateGranted.class, RUNNING),
            new Transition(RUNNING, RateAcknowledged.class, RUNNING),
            new Transition(RUNNING, MigrationQueried.class, RUNNING),
            new Transition(RUNNING, MigrationCancelRequested.class, CANCELLING),
            new Transition(RUNNING, MigrationSevered.class, SEVERED),
            new Transition(RUNNING, MigrationTransferred.class, CONFIRMING),
            new Transition(RUNNING, MigrationAttemptFailed.class, QUEUED),
            new Transition(RUNNING, MigrationFailed.class, FAILED),
            new Transition(RUNNING, MigrationStayed.class, CLEARING),
            new Transition(RUNNING, MigrationUnresolved.class, NEEDS_OPERATOR),
            new Transition(CANCELLING, RateAcknowledged.class, CANCELLING),
            new Transition(CANCELLING, MigrationQueried.class, CANCELLING),
            new Transition(CANCELLING, MigrationSevered.class, SEVERED),
            new Transition(CANCELLING, MigrationTransferred.class, CONFIRMING),
            new Transition(CANCELLING, MigrationCancelled.class, CANCELLED),
            new Transition(CANCELLING, MigrationStayed.class, CLEARING),
            new Transition(CANCELLING, MigrationUnresolved.class, NEEDS_OPERATOR),
            new Transition(SEVERED, MigrationRunning.class, RUNNING),
            new Transition(SEVERED, MigrationQueried.class, SEVERED),
            new Transition(SEVERED, MigrationTransferred.class, CONFIRMING),
            new Transition(SEVERED, MigrationLost.class, LOST),
            new Transition(SEVERED, MigrationUnresolved.class, NEEDS_OPERATOR),
            new Transition(CLEARING, MigrationQueried.class, CLEARING),
            new Transition(CLEARING, MigrationFailed.class, FAILED),
            new Transition(CLEARING, MigrationCancelled.class, CANCELLED),
            new Transition(CLEARING, MigrationUnresolved.class, NEEDS_OPERATOR),
            new Transition(CONFIRMING, MigrationQueried.class, CONFIRMING),
            new Transition(CONFIRMING, MigrationConfirmed.class, RELEASING),
            new Transition(CONFIRMING, MigrationUnresolved.class, NEEDS_OPERATOR),
            new Transition(RELEASING, MigrationQueried.class, RELEASING),
            new Transition(RELEASING, MigrationSucceeded.class, SUCCEEDED),
            new Transition(RELEASING, MigrationUnresolved.class, NEEDS_OPERATOR),
            new Transition(NEEDS_OPERATOR, MigrationResolved.class, RESOLVED),
            new Transition(LOST, MigrationResolved.class, RESOLVED));

    private MigrationLifecycle() {}

    /** The phase after {@code event} in {@code phase}; empty when it can't happen there. */
    public static Optional<MigrationPhase> next(MigrationPhase phase, Class<? extends MigrationEvent> event) {
        return TABLE.stream()
                .filter(row -> row.from() == phase && row.event().equals(event))
                .map(Transition::to)
                .findFirst();
    }
}
