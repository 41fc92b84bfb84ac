package dev.drover.agent.engine;

import dev.drover.schema.report.FailureKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a job, and again in a while until it is over: one that is not there yet can't be stopped. Where the guest has
 * left, the hypervisor lets it go, and it ends as it would have.
 */
final class Stopping {
    private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);

    private final Course course;
    private boolean asking;

    Stopping(Course course) {
        this.course = course;
    }

    void outOfTime() {
        LOG.warn("{} is out of time and is stopped", course.name());
        course.stops(
                FailureKind.OUT_OF_TIME,
                "it was stopped when its time was over, at " + course.attempt().giveUpAt());
        ask();
    }

    void onCommand() {
        LOG.info("{} is stopped by command", course.name());
        course.stops(FailureKind.ABORTED, "it was stopped by command");
        ask();
    }

    void ask() {
        if (asking) {
            return;
        }
        asking = true;
        course.post()
                .tellWhen(
                        course.calls()
                                .tell(
                                        course.pace().abort(),
                                        hypervisor -> hypervisor.abort(
                                                course.attempt().vm())),
                        MigrationMessage.Aborted::new);
    }

    void answered(Answer<Done> answer) {
        asking = false;
        if (answer instanceof Answer.Trouble<Done> trouble) {
            LOG.warn("{} could not be stopped, tries again: {}", course.name(), trouble.detail());
        }
        course.post()
                .wake(
                        "stop-again",
                        new MigrationMessage.StopAgain(),
                        course.pace().retry());
    }
}
