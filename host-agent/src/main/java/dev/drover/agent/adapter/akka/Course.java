package dev.drover.agent.adapter.akka;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.TimerScheduler;
import dev.drover.agent.domain.AttemptKey;
import dev.drover.agent.domain.JobEnding;
import dev.drover.agent.domain.OpenAttempt;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.unit.BitsPerSecond;

/** One attempt on its way: what both phases of its actor share. Confined to that actor. */
final class Course {
    private final Work work;
    private final ActorContext<MigrationMessage> context;
    private final TimerScheduler<MigrationMessage> timers;
    private JobEnding said = new JobEnding.Unwitnessed();
    private BitsPerSecond rate;
    private boolean calling;
    private boolean started;
    private boolean outOfTime;

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

    void isOutOfTime() {
        outOfTime = true;
    }

    /** How it is said to have ended; one that was stopped because its time was over failed for that reason. */
    JobEnding ending() {
        return switch (said) {
            case JobEnding.Completed completed -> completed;
            case JobEnding.Failed failed when outOfTime -> outOfTime(": " + failed.detail());
            case JobEnding.Failed failed -> failed;
            case JobEnding.Unwitnessed unwitnessed when outOfTime -> outOfTime("");
            case JobEnding.Unwitnessed unwitnessed -> unwitnessed;
        };
    }

    private JobEnding outOfTime(String words) {
        return new JobEnding.Failed(
                FailureKind.OUT_OF_TIME,
                "it was stopped when its time was over, at " + attempt().giveUpAt() + words);
    }
}
