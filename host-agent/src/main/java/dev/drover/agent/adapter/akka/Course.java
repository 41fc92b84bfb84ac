package dev.drover.agent.adapter.akka;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.drover.agent.domain.AttemptKey;
import dev.drover.agent.domain.JobEnding;
import dev.drover.agent.domain.OpenAttempt;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.Optional;

/** One attempt on its way: what both phases of its actor share. Confined to that actor. */
final class Course {
    private final Work work;
    private final ActorContext<MigrationMessage> context;
    private final TimerScheduler<MigrationMessage> timers;
    private JobEnding said = new JobEnding.Unwitnessed();
    private BitsPerSecond rate;
    private boolean calling;
    private boolean started;
    private boolean aborted;
    private Optional<JobEnding.Failed> stopped = Optional.empty();
    private volatile boolean calledOff;

    /**
     * What an attempt's actor is given.
     *
     * @param inventory to be told when the host has changed
     */
    record Work(
            OpenAttempt attempt,
            Outside outside,
            HypervisorCalls calls,
            ReportDesk desk,
            ActorRef<InventoryMessage> inventory) {}

    Course(Work work, ActorContext<MigrationMessage> context, TimerScheduler<MigrationMessage> timers) {
        this.work = work;
        this.context = context;
        this.timers = timers;
        this.rate = work.attempt().rate();
        this.aborted = work.attempt().aborted();
    }

    /** How log lines begin that are about it. */
    String name() {
        return "host=%s migration=%s attempt=%d"
                .formatted(outside().host(), key().migration(), key().attempt().value());
    }

    OpenAttempt attempt() {
        return work.attempt();
    }

    AttemptKey key() {
        return work.attempt().key();
    }

    Outside outside() {
        return work.outside();
    }

    Pace pace() {
        return work.outside().pace();
    }

    HypervisorCalls calls() {
        return work.calls();
    }

    ReportDesk desk() {
        return work.desk();
    }

    ActorContext<MigrationMessage> context() {
        return context;
    }

    TimerScheduler<MigrationMessage> timers() {
        return timers;
    }

    void tellHost(HostMessage message) {
        work.desk().host().tell(message);
    }

    void refreshInventory() {
        work.inventory().tell(new InventoryMessage.Refresh());
    }

    /** What it may send at most, as far as this agent knows. */
    BitsPerSecond rate() {
        return rate;
    }

    void hasRate(BitsPerSecond now) {
        rate = now;
    }

    /** Whether the call that started it is still out. */
    boolean isCalling() {
        return calling;
    }

    void called() {
        calling = true;
    }

    void returned(JobEnding ending) {
        calling = false;
        said = ending;
    }

    /** Whether this life of the agent reported that it runs. */
    boolean isStarted() {
        return started;
    }

    void hasStarted() {
        started = true;
    }

    /** Whether it is to be stopped by command. */
    boolean isAborted() {
        return aborted;
    }

    void abort() {
        aborted = true;
    }

    /** Whether it must not be started any more; asked on any thread. */
    boolean isCalledOff() {
        return calledOff;
    }

    /** The hypervisor is about to be asked to stop it; the first reason counts. */
    void stops(FailureKind kind, String why) {
        stopped = stopped.or(() -> Optional.of(new JobEnding.Failed(kind, why)));
        calledOff = true;
    }

    /**
     * How it is said to have ended; one that was stopped failed for the reason for which it was, whatever the words. A
     * vm that was not there when it was to start was never stopped.
     */
    JobEnding ending() {
        return switch (said) {
            case JobEnding.Completed completed -> completed;
            case JobEnding.Failed failed when failed.failure() == FailureKind.VM_NOT_RUNNING -> failed;
            case JobEnding.Failed(FailureKind kind, String detail) ->
                stopped.map(stop -> new JobEnding.Failed(stop.failure(), stop.detail() + ": " + detail))
                        .orElseGet(() -> new JobEnding.Failed(kind, detail));
            case JobEnding.Unwitnessed unwitnessed -> unwitnessedEnding(unwitnessed);
        };
    }

    /** An earlier life may have stopped it. */
    private JobEnding unwitnessedEnding(JobEnding.Unwitnessed unwitnessed) {
        if (stopped.isPresent()) {
            return stopped.get();
        }
        return aborted
                ? new JobEnding.Failed(
                        FailureKind.ABORTED, "it was to be stopped by command, and nobody saw how it ended")
                : unwitnessed;
    }
}
