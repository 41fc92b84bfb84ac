package dev.drover.scheduler.domain.migration;

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
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.transfer.DiskCopy;
import java.time.Instant;
import java.util.Optional;

/**
 * A vm on its way from one host to another. Immutable.
 *
 * @param attempt the one under way, or the next while it waits
 * @param startCommand the command that this attempt was started with
 * @param lastCommand the last command given; the next carries the number after it
 * @param since when it came into its phase
 * @param dueAt while it waits for its turn: not before this; later: when to ask, if nothing was heard
 * @param questions how often it was asked about since it came into its phase
 * @param stayed how it is going to end, once the destination has answered
 * @param prepared how much of its disks the destination lacks, since it has made room for them for this attempt
 */
public record Migration(
        MigrationPlanned plan,
        MigrationPhase phase,
        Attempt attempt,
        Optional<Sequence> startCommand,
        Optional<Sequence> lastCommand,
        Instant since,
        Instant dueAt,
        int questions,
        Optional<MigrationStayed> stayed,
        Optional<CopyMode> prepared) {
    /** A life begins. */
    public static Migration begin(MigrationPlanned plan, Instant at) {
        return new Migration(
                plan,
                MigrationPhase.QUEUED,
                Attempt.FIRST,
                Optional.empty(),
                Optional.empty(),
                at,
                at,
                0,
                Optional.empty(),
                Optional.empty());
    }

    /** Its name. */
    public MigrationId id() {
        return plan.migration();
    }

    /** The number of its next command. */
    public Sequence nextCommand() {
        return lastCommand.map(Sequence::next).orElse(Sequence.FIRST);
    }

    /** Whether its destination has to make room for its disks before this attempt. */
    public boolean needsRoom() {
        return !plan.disks().isEmpty() && prepared.isEmpty();
    }

    /** The disks that go along, once there is room for them. */
    public Optional<DiskCopy> disks() {
        return prepared.map(mode ->
                new DiskCopy(mode, plan.disks().stream().map(LocalDisk::target).toList()));
    }

    /** Whether anything of it may lie at its destination, although it does not run. */
    public boolean mayHaveLeftTraces() {
        return attempt.compareTo(Attempt.FIRST) > 0 || phase == MigrationPhase.PREPARING || prepared.isPresent();
    }

    /** Whether {@code event} can happen to it now. */
    public boolean allows(Class<? extends MigrationEvent> event) {
        return MigrationLifecycle.next(phase, event).isPresent();
    }

    /** After {@code event}, at {@code at}. An event that the table does not list changes nothing. */
    public Migration evolve(MigrationEvent event, Instant at) {
        return MigrationLifecycle.next(phase, event.getClass())
                .map(next -> with(event).in(next, at))
                .orElse(this);
    }

    private Migration with(MigrationEvent event) {
        return switch (event) {
            case MigrationPlanned planned -> this;
            case MigrationPreparing preparing -> commanded(preparing.command(), preparing.dueAt());
            case MigrationPrepared ready -> prepared(Optional.of(ready.mode()));
            case MigrationDispatched sent -> started(sent);
            case MigrationRunning running -> due(running.dueAt());
            case RateGranted grant -> commanded(grant.command(), dueAt);
            case RateAcknowledged acknowledged -> this;
            case MigrationCancelRequested requested -> commanded(requested.command(), requested.dueAt());
            case MigrationSevered severed -> commanded(severed.command(), severed.dueAt());
            case MigrationLost lost -> this;
            case MigrationTransferred transferred -> commanded(transferred.command(), transferred.dueAt());
            case MigrationConfirmed confirmed -> commanded(confirmed.command(), confirmed.dueAt());
            case MigrationQueried queried -> asked(queried);
            case MigrationAttemptFailed failed -> waiting(failed);
            case MigrationStayed stays -> staying(stays);
            case MigrationSucceeded succeeded -> this;
            case MigrationFailed failed -> this;
            case MigrationCancelled cancelled -> this;
            case MigrationUnresolved unresolved -> this;
            case MigrationResolved resolved -> this;
        };
    }

    private Migration started(MigrationDispatched sent) {
        Optional<Sequence> start = Optional.of(sent.command());
        return new Migration(
                plan, phase, sent.attempt(), start, start, since, sent.expiresAt(), questions, stayed, prepared);
    }

    private Migration waiting(MigrationAttemptFailed failed) {
        Attempt next = failed.attempt().next();
        return new Migration(
                plan,
                phase,
                next,
                Optional.empty(),
                lastCommand,
                since,
                failed.retryAt(),
                questions,
                stayed,
                Optional.empty());
    }

    private Migration asked(MigrationQueried queried) {
        Migration told = commanded(queried.command(), queried.dueAt());
        return new Migration(
                plan,
                phase,
                attempt,
                startCommand,
                told.lastCommand,
                since,
                told.dueAt,
                questions + 1,
                stayed,
                prepared);
    }

    private Migration staying(MigrationStayed stays) {
        Migration told = commanded(stays.command(), stays.dueAt());
        return new Migration(
                plan,
                phase,
                attempt,
                startCommand,
                told.lastCommand,
                since,
                told.dueAt,
                questions,
                Optional.of(stays),
                prepared);
    }

    private Migration in(MigrationPhase next, Instant at) {
        return next == phase
                ? this
                : new Migration(plan, next, attempt, startCommand, lastCommand, at, dueAt, 0, stayed, prepared);
    }

    private Migration prepared(Optional<CopyMode> mode) {
        return new Migration(plan, phase, attempt, startCommand, lastCommand, since, since, questions, stayed, mode);
    }

    private Migration due(Instant next) {
        return new Migration(plan, phase, attempt, startCommand, lastCommand, since, next, questions, stayed, prepared);
    }

    private Migration commanded(Sequence command, Instant next) {
        return new Migration(
                plan, phase, attempt, startCommand, Optional.of(command), since, next, questions, stayed, prepared);
    }
}
