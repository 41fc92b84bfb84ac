package dev.drover.simulation.agent;

import dev.drover.agent.domain.Cause;
import dev.drover.agent.domain.JobEnding;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.domain.MigrationOutcome;
import dev.drover.agent.domain.OpenAttempt;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.id.VmId;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.RateApplied;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.simulation.witness.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** One attempt in one life of its agent: watched while its job runs, then concluded from what is seen of the guest. */
final class SimAttempt {
    private static final Duration FIRST_LOOK = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration VANISHED = Duration.ofSeconds(15);

    private final OpenAttempt attempt;
    private final Outside outside;
    private final AgentLife life;
    private final HypervisorCalls calls;
    private final ReportQueue reports;
    private final Deque<RateOrder> orders = new ArrayDeque<>();
    private JobEnding said = new JobEnding.Unwitnessed();
    private Optional<Instant> goneSince = Optional.empty();
    private BitsPerSecond rate;
    private boolean watching;
    private boolean calling;
    private boolean seen;
    private boolean started;
    private boolean announcing;
    private boolean steering;
    private boolean outOfTime;

    private record RateOrder(CommandMark mark, Cause cause, BitsPerSecond rate) {}

    SimAttempt(OpenAttempt attempt, Outside outside, AgentLife life, HypervisorCalls calls, ReportQueue reports) {
        this.attempt = attempt;
        this.outside = outside;
        this.life = life;
        this.calls = calls;
        this.reports = reports;
        this.rate = attempt.rate();
    }

    void start(CommandMessage command) {
        if (now().isAfter(attempt.expiresAt().minus(Outside.SKEW))) {
            said = new JobEnding.Failed(FailureKind.OUT_OF_TIME, "the command expired before it could be started");
            conclude();
            return;
        }
        life.executes(command);
        outside.witness()
                .saw(new Happening.Started(
                        outside.host(), attempt.key().migration(), attempt.key().attempt(), vm()));
        calling = true;
        watch();
        calls.tell(
                () -> outside.fleet()
                        .migrate(outside.host(), vm(), attempt.destination(), rate, this::hypervisorReturns),
                () -> {},
                late -> {});
    }

    /** It is to be stopped, however long that takes. */
    void abort() {
        if (watching) {
            calls.tell(() -> outside.fleet().abort(outside.host(), vm()), () -> {}, silence -> {});
            outside.machine().in(LOOK, this::abort);
        }
    }

    void adopt() {
        conclude();
    }

    void changeRate(CommandMark mark, Cause cause, BitsPerSecond wanted) {
        RateOrder order = new RateOrder(mark, cause, wanted);
        if (watching) {
            orders.addLast(order);
            steer();
        } else {
            refuse(order, "it ended before its rate could be set");
        }
    }

    private void hypervisorReturns(JobResult result) {
        outside.time().in(outside.chance().millis(1, 30), () -> life.whenAlive(() -> returned(result)));
    }

    private void returned(JobResult result) {
        calling = false;
        said = switch (result) {
            case JobResult.Completed completed -> new JobEnding.Completed(completed.figures());
            case JobResult.Failed failed -> new JobEnding.Failed(failed.kind(), failed.detail());
        };
        if (watching) {
            conclude();
        }
    }

    private void watch() {
        watching = true;
        outside.machine().in(FIRST_LOOK, this::look);
        Duration left = Duration.between(now(), attempt.giveUpAt());
        outside.machine().in(left.isNegative() ? Duration.ZERO : left, this::giveUp);
    }

    private void look() {
        if (watching) {
            calls.ask(
                    () -> outside.fleet().isLeaving(outside.host(), vm()),
                    this::looked,
                    silence -> outside.machine().in(LOOK, this::look));
        }
    }

    private void looked(boolean leaving) {
        if (!watching) {
            return;
        }
        if (leaving) {
            seen = true;
            goneSince = Optional.empty();
            announce();
        } else if (isOver()) {
            conclude();
            return;
        }
        outside.machine().in(seen ? LOOK : FIRST_LOOK, this::look);
    }

    private boolean isOver() {
        if (calling && !seen) {
            return false;
        }
        Instant gone = goneSince.orElse(now());
        goneSince = Optional.of(gone);
        return !calling || now().isAfter(gone.plus(VANISHED));
    }

    /** An adopted job may or may not have heard of its last rate; only after it was told again is the rate known. */
    private void announce() {
        if (started || announcing) {
            return;
        }
        if (calling) {
            started();
            return;
        }
        announcing = true;
        calls.tell(
                () -> outside.fleet().setRate(outside.host(), vm(), rate),
                () -> {
                    announcing = false;
                    if (watching) {
                        started();
                    }
                },
                trouble -> announcing = false);
    }

    private void started() {
        started = true;
        reports.say(
                new MigrationStarted(attempt.key().migration(), attempt.key().attempt(), rate),
                Optional.of(attempt.cause()),
                () -> {});
        steer();
    }

    private void steer() {
        if (!started || steering || orders.isEmpty()) {
            return;
        }
        steering = true;
        RateOrder order = orders.removeFirst();
        calls.tell(
                () -> outside.fleet().setRate(outside.host(), vm(), order.rate()),
                () -> {
                    steering = false;
                    rate = order.rate();
                    reports.say(
                            new RateApplied(
                                    attempt.key().migration(),
                                    attempt.key().attempt(),
                                    order.mark().sequence(),
                                    order.rate()),
                            Optional.of(order.cause()),
                            () -> {});
                    steer();
                },
                trouble -> {
                    steering = false;
                    refuse(order, String.valueOf(trouble.getMessage()));
                    steer();
                });
    }

    private void giveUp() {
        if (!watching) {
            return;
        }
        outOfTime = true;
        calls.tell(() -> outside.fleet().abort(outside.host(), vm()), () -> {}, silence -> {});
        outside.machine().in(LOOK, this::giveUp);
    }

    private void conclude() {
        watching = false;
        orders.forEach(order -> refuse(order, "it ended before its rate could be set"));
        orders.clear();
        calls.ask(
                () -> outside.fleet().observe(outside.host(), vm()),
                this::found,
                silence -> outside.machine().in(LOOK, this::conclude));
    }

    private void found(Sighting sighting) {
        MigrationOutcome.judge(sighting.state(), sighting.jobActive(), ending(), Optional.empty())
                .ifPresentOrElse(this::report, this::watchAgain);
    }

    private void watchAgain() {
        life.settled(attempt.key());
        watch();
    }

    private void report(SourceVerdict verdict) {
        life.over(attempt.key());
        reports.say(
                new MigrationEnded(attempt.key().migration(), attempt.key().attempt(), verdict),
                Optional.of(attempt.cause()),
                () -> life.write(new JournalEntry.AttemptReported(
                        attempt.key().migration(), attempt.key().attempt(), verdict)));
        outside.habits().ended(outside.fleet(), outside.host(), vm(), verdict);
        life.settled(attempt.key());
    }

    /** One that was stopped because its time was over failed for that reason. */
    private JobEnding ending() {
        return switch (said) {
            case JobEnding.Completed completed -> completed;
            case JobEnding.Failed failed when outOfTime -> stopped(failed.detail());
            case JobEnding.Failed failed -> failed;
            case JobEnding.Unwitnessed unwitnessed when outOfTime -> stopped("nobody saw its end");
            case JobEnding.Unwitnessed unwitnessed -> unwitnessed;
        };
    }

    private static JobEnding stopped(String detail) {
        return new JobEnding.Failed(FailureKind.OUT_OF_TIME, "it was stopped when its time was over: " + detail);
    }

    private void refuse(RateOrder order, String why) {
        life.refuse(order.mark(), order.cause(), RefusalReason.NOT_RUNNING_HERE, why, () -> {});
    }

    private VmId vm() {
        return attempt.vm();
    }

    private Instant now() {
        return outside.machine().clock().instant();
    }
}
