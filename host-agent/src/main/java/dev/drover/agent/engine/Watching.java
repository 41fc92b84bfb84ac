package dev.drover.agent.engine;

import dev.drover.agent.port.JobProgress;
import dev.drover.agent.port.JobResult;
import dev.drover.schema.report.MigrationStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The phase in which a job runs or is about to: it is looked at, sampled, steered, and stopped when its time is over.
 * It ends when the call returns; when there is no call, when the job is gone; and when the job is long gone and the
 * call does not return, which happens when the network fails in one direction only.
 */
final class Watching implements Phase {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    private final Course course;
    private final RateOrders rates;
    private final Stopping stopping;
    private final Instant began;
    private Optional<Instant> goneSince = Optional.empty();
    private boolean seen;
    private boolean confirming;
    private boolean blind;

    private Watching(Course course) {
        this.course = course;
        this.rates = new RateOrders(course);
        this.stopping = new Stopping(course);
        this.began = course.outside().clock().instant();
    }

    static Phase of(Course course) {
        Watching watching = new Watching(course);
        watching.lookAfter(course.pace().firstLook());
        course.post().wake("time-up", new MigrationMessage.TimeUp(), watching.timeLeft());
        if (course.isAborted()) {
            watching.stopping.onCommand();
        }
        return watching;
    }

    @Override
    public Phase on(MigrationMessage message) {
        switch (message) {
            case MigrationMessage.Look due -> look();
            case MigrationMessage.Seen looked -> {
                return seen(looked.answer());
            }
            case MigrationMessage.Returned returned -> {
                return returned(returned.answer());
            }
            case MigrationMessage.RateConfirmed confirmed -> confirmed(confirmed.answer());
            case MigrationMessage.ChangeRate order -> {
                rates.add(order);
                steer();
            }
            case MigrationMessage.RateChanged change -> {
                rates.changed(change);
                steer();
            }
            case MigrationMessage.Abort abort -> {
                course.abort();
                stopping.onCommand();
            }
            case MigrationMessage.TimeUp timeUp -> stopping.outOfTime();
            case MigrationMessage.StopAgain again -> stopping.ask();
            case MigrationMessage.Aborted aborted -> stopping.answered(aborted.answer());
            case MigrationMessage.Observe late -> LOG.debug("observed before it was watched again");
            case MigrationMessage.Found late -> LOG.debug("found before it was watched again");
            case MigrationMessage.EndReported impossible -> LOG.debug("no end was reported while it ran");
        }
        return this;
    }

    private void look() {
        course.post()
                .tellWhen(
                        course.calls()
                                .ask(
                                        course.pace().call(),
                                        hypervisor -> hypervisor.progress(
                                                course.attempt().vm())),
                        MigrationMessage.Seen::new);
    }

    private void lookAfter(Duration delay) {
        course.post().wake("look", new MigrationMessage.Look(), delay);
    }

    private Phase seen(Answer<Optional<JobProgress>> answer) {
        switch (answer) {
            case Answer.Trouble<Optional<JobProgress>> trouble -> {
                if (!blind) {
                    LOG.warn("{} can't be looked at, tries on: {}", name(), trouble.detail());
                }
                blind = true;
                lookAfter(course.pace().retry());
            }
            case Answer.Given<Optional<JobProgress>>(Optional<JobProgress> progress) -> {
                if (blind) {
                    LOG.info("{} can be looked at again", name());
                }
                blind = false;
                if (progress.isEmpty() && isOver()) {
                    return conclude();
                }
                progress.ifPresent(this::runs);
                lookAfter(seen ? course.pace().look() : course.pace().firstLook());
            }
        }
        return this;
    }

    private void runs(JobProgress progress) {
        seen = true;
        goneSince = Optional.empty();
        course.outside().samples().send(Sample.of(course.attempt(), progress));
        if (!course.isStarted()) {
            announce();
        }
        steer();
    }

    /** There is no job, or none yet. */
    private boolean isOver() {
        Instant now = course.outside().clock().instant();
        if (course.isCalling() && !seen) {
            return false;
        }
        goneSince = Optional.of(goneSince.orElse(now));
        return !course.isCalling()
                || now.isAfter(goneSince.orElse(now).plus(course.pace().vanished()));
    }

    /** An adopted job may or may not have heard of its last rate; only after it was told again is the rate known. */
    private void announce() {
        if (course.isCalling()) {
            started();
        } else if (!confirming) {
            confirming = true;
            course.post().tellWhen(course.setRate(course.rate()), MigrationMessage.RateConfirmed::new);
        }
    }

    private void confirmed(Answer<Done> answer) {
        confirming = false;
        switch (answer) {
            case Answer.Given<Done> done -> {
                started();
                course.attempt().order().ifPresent(newest -> RateOrders.confirm(course, newest));
                steer();
            }
            case Answer.Trouble<Done> trouble ->
                LOG.warn("{} could not be told its rate, tries again: {}", name(), trouble.detail());
        }
    }

    private void started() {
        course.hasStarted();
        LOG.info("{} runs at most at {} MiB/s", name(), course.rate().wholeMebibytesPerSecond());
        course.reports()
                .say(
                        new MigrationStarted(
                                course.key().migration(), course.key().attempt(), course.rate()),
                        course.attempt().cause());
    }

    private void steer() {
        if (course.isStarted()) {
            rates.next();
        }
    }

    private Phase returned(Answer<JobResult> answer) {
        course.returned(Endings.of(answer));
        leave();
        return switch (answer) {
            case Answer.Given<JobResult> told -> Concluding.of(course);
            case Answer.Trouble<JobResult> unknown -> Concluding.later(course);
        };
    }

    private Phase conclude() {
        leave();
        return Concluding.of(course);
    }

    private void leave() {
        rates.refuseAll();
        course.post().sleep();
    }

    private Duration timeLeft() {
        Duration left = Duration.between(began, course.attempt().giveUpAt());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private String name() {
        return course.name();
    }
}
