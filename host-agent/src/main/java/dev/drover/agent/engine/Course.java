package dev.drover.agent.engine;

import dev.drover.agent.domain.AttemptKey;
import dev.drover.agent.domain.JobEnding;
import dev.drover.agent.domain.OpenAttempt;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One attempt on its way: what both of its phases share. */
final class Course {
    private final Work work;
    private final Post<MigrationMessage> post;
    private final String name;
    private JobEnding said = new JobEnding.Unwitnessed();
    private BitsPerSecond rate;
    private boolean calling;
    private boolean started;
    private boolean aborted;
    private boolean asked;
    private boolean begun;
    private boolean severed;
    private Optional<JobEnding.Failed> stopped = Optional.empty();
    private volatile boolean calledOff;

    /**
     * What an attempt is given.
     *
     * @param inventory to be told when the host has changed
     */
    record Work(OpenAttempt attempt, Outside outside, ReportDesk reports, Consumer<InventoryMessage> inventory) {}

    Course(Work work, Post<MigrationMessage> post) {
        this.work = work;
        this.post = post;
        this.name = "host=%s migration=%s attempt=%d"
                .formatted(
                        work.outside().host(),
                        key().migration(),
                        key().attempt().value());
        this.rate = work.attempt().rate();
        this.aborted = work.attempt().aborted();
    }

    /** How log lines begin that are about it. */
    String name() {
        return name;
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

    Calls calls() {
        return work.outside().calls();
    }

    ReportDesk reports() {
        return work.reports();
    }

    Post<MigrationMessage> post() {
        return post;
    }

    void tellHost(HostMessage message) {
        work.reports().host().tell(message);
    }

    void refreshInventory() {
        work.inventory().accept(new InventoryMessage.Refresh());
    }

    /** What it may send at most, as far as this agent knows. */
    BitsPerSecond rate() {
        return rate;
    }

    /** Tells the hypervisor what it may send. */
    CompletionStage<Answer<Done>> setRate(BitsPerSecond wanted) {
        return calls().tell(
                        pace().call(),
                        hypervisor -> hypervisor.setRate(attempt().vm(), wanted));
    }

    void hasRate(BitsPerSecond now) {
        rate = now;
    }

    /** Whether the call that started it is still out. */
    boolean isCalling() {
        return calling;
    }

    /** Asks the hypervisor to start it; the answer comes when it is over. */
    void start() {
        calling = true;
        asked = true;
        MigrationRequest request = new MigrationRequest(
                attempt().vm(),
                attempt().destinationUri(),
                attempt().rate(),
                attempt().options(),
                attempt().disks());
        post.tellWhen(calls().migrate(request, this::hindrance), MigrationMessage.Returned::new);
    }

    /** Why it must not be started any more; asked on any thread. */
    private Optional<JobResult.Failed> hindrance() {
        if (calledOff) {
            return Optional.of(new JobResult.Failed(FailureKind.ABORTED, "it was stopped before it could be started"));
        }
        Instant latest = attempt().expiresAt().minus(pace().skew());
        return outside().clock().instant().isAfter(latest)
                ? Optional.of(new JobResult.Failed(
                        FailureKind.OUT_OF_TIME,
                        "the command expired at " + attempt().expiresAt() + " before it could be started"))
                : Optional.empty();
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
        begun = true;
        severed = false;
    }

    /** Whether what is seen of its vm may be its doing; not when this life asked for it and never saw it run. */
    boolean mayHaveBegun() {
        return begun || !asked;
    }

    /** Whether it is reported that it has lost its destination in post-copy. */
    boolean isSevered() {
        return severed;
    }

    /** If it ever runs again, that is to be reported. */
    void hasSevered() {
        severed = true;
        started = false;
    }

    /** Whether it is to be stopped by command. */
    boolean isAborted() {
        return aborted;
    }

    void abort() {
        aborted = true;
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
