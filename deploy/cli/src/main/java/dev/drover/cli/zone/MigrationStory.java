package dev.drover.cli.zone;

import dev.drover.schema.event.MigrationAttemptFailed;
import dev.drover.schema.event.MigrationCancelRequested;
import dev.drover.schema.event.MigrationCancelled;
import dev.drover.schema.event.MigrationConfirmed;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.event.MigrationLost;
import dev.drover.schema.event.MigrationPlanned;
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
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.report.TransferFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One migration as told afterwards: when it was first dispatched, when it was over, and its figures. */
public record MigrationStory(
        MigrationPlanned plan,
        long attempts,
        Optional<Instant> begun,
        Optional<Instant> ended,
        Optional<TransferFigures> figures,
        boolean succeeded) {
    /** Nothing has happened yet. */
    public static MigrationStory of(MigrationPlanned plan) {
        return new MigrationStory(plan, 0, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** The time from the first dispatch to the end, once there is one. */
    public Optional<Duration> took() {
        return begun.flatMap(from -> ended.map(to -> Duration.between(from, to)));
    }

    /** With {@code event}, which happened at {@code at}. */
    public MigrationStory then(MigrationEvent event, Instant at) {
        return switch (event) {
            case MigrationDispatched sent ->
                new MigrationStory(
                        plan, sent.attempt().value(), begun.or(() -> Optional.of(at)), ended, figures, false);
            case MigrationTransferred left -> new MigrationStory(plan, attempts, begun, ended, left.figures(), false);
            case MigrationSucceeded done -> over(at, true);
            case MigrationFailed failed -> over(at, false);
            case MigrationUnresolved unclear -> over(at, false);
            case MigrationLost lost -> over(at, false);
            case MigrationSevered severed -> this;
            case MigrationCancelled stopped -> over(at, false);
            case MigrationResolved resolved -> over(at, resolved.verdict() == OperatorVerdict.AT_DESTINATION);
            case MigrationCancelRequested asked -> this;
            case MigrationStayed stays -> this;
            case MigrationPlanned planned -> this;
            case MigrationPreparing preparing -> this;
            case MigrationPrepared prepared -> this;
            case MigrationRunning running -> this;
            case MigrationConfirmed confirmed -> this;
            case MigrationQueried queried -> this;
            case MigrationAttemptFailed failed -> this;
            case RateGranted granted -> this;
            case RateAcknowledged acknowledged -> this;
        };
    }

    private MigrationStory over(Instant at, boolean well) {
        return new MigrationStory(plan, attempts, begun, Optional.of(at), figures, well);
    }
}
