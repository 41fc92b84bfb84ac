package dev.drover.scheduler.domain.migration;

import dev.drover.schema.event.MigrationAttemptFailed;
import dev.drover.schema.event.MigrationConfirmed;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.MigrationQueried;
import dev.drover.schema.event.MigrationRunning;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.MigrationTransferred;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.event.RateAcknowledged;
import dev.drover.schema.event.RateGranted;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Instant;
import java.util.Optional;

/**
 * A migration as the log tells it. Immutable.
 *
 * @param plan what was decided at its beginning
 * @param attempt the running one, or the next while it waits
 * @param startCommand the command that told the source to begin this attempt
 * @param lastCommand the last command it was given; the next carries the number after it
 * @param granted the rate last commanded
 * @param dueAt while it waits for its turn: not before this; later: when to ask, if nothing was heard
 */
public record Migration(
        MigrationPlanned plan,
        MigrationPhase phase,
        Attempt attempt,
        Optional<Sequence> startCommand,
        Optional<Sequence> lastCommand,
        BitsPerSecond granted,
        Instant dueAt) {
    /** A life begins. */
    public static Migration begin(MigrationPlanned plan, Instant at) {
        return new Migration(
                plan, MigrationPhase.QUEUED, Attempt.FIRST, Optional.empty(), Optional.empty(), BitsPerSecond.ZERO, at);
    }

    /** Its name. */
    public MigrationId id() {
        return plan.migration();
    }

    /** The number of its next command. */
    public Sequence nextCommand() {
        return lastCommand.map(Sequence::next).orElse(Sequence.FIRST);
    }

    /** Whether {@code event} can happen to it now. */
    public boolean allows(Class<? extends MigrationEvent> event) {
        return MigrationLifecycle.next(phase, event).isPresent();
    }

    /** After {@code event}. An event that the table does not list changes nothing. */
    public Migration evolve(MigrationEvent event) {
        return MigrationLifecycle.next(phase, event.getClass())
                .map(next -> with(event).in(next))
                .orElse(this);
    }

    private Migration with(MigrationEvent event) {
        return switch (event) {
            case MigrationPlanned planned -> this;
            case MigrationDispatched sent -> started(sent);
            case MigrationRunning running -> due(running.dueAt());
            case RateGranted grant -> granted(grant.command(), grant.rate());
            case RateAcknowledged acknowledged -> this;
            case MigrationTransferred transferred -> commanded(transferred.command(), transferred.dueAt());
            case MigrationConfirmed confirmed -> commanded(confirmed.command(), confirmed.dueAt());
            case MigrationQueried queried -> commanded(queried.command(), queried.dueAt());
            case MigrationAttemptFailed failed -> waiting(failed);
            case MigrationSucceeded succeeded -> this;
            case MigrationFailed failed -> this;
            case MigrationUnresolved unresolved -> this;
        };
    }

    private Migration started(MigrationDispatched sent) {
        Optional<Sequence> start = Optional.of(sent.command());
        return new Migration(plan, phase, sent.attempt(), start, start, sent.rate(), sent.expiresAt());
    }

    private Migration waiting(MigrationAttemptFailed failed) {
        Attempt next = failed.attempt().next();
        return new Migration(plan, phase, next, Optional.empty(), lastCommand, BitsPerSecond.ZERO, failed.retryAt());
    }

    private Migration in(MigrationPhase next) {
        return new Migration(plan, next, attempt, startCommand, lastCommand, granted, dueAt);
    }

    private Migration due(Instant next) {
        return new Migration(plan, phase, attempt, startCommand, lastCommand, granted, next);
    }

    private Migration granted(Sequence command, BitsPerSecond rate) {
        return new Migration(plan, phase, attempt, startCommand, Optional.of(command), rate, dueAt);
    }

    private Migration commanded(Sequence command, Instant next) {
        return new Migration(plan, phase, attempt, startCommand, Optional.of(command), granted, next);
    }
}
