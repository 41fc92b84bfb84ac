package dev.drover.agent.adapter.akka;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at a migration, from its start or adoption until its end is safely reported. It is in one of two phases:
 * {@link Watching} a job, or {@link Concluding} what became of the vm. Whether a job still runs is for the hypervisor
 * to say, so an end that was announced too early leads back to watching.
 */
final class MigrationActor {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationActor.class);

    private MigrationActor() {}

    /** Starts the attempt, which is in the journal. */
    static Behavior<MigrationMessage> starting(Course.Work work) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            Course course = new Course(work, context, timers);
            LOG.info(
                    "{} starts: vm {} to {} at {} MiB/s",
                    course.name(),
                    course.attempt().vm(),
                    course.attempt().destination(),
                    course.rate().wholeMebibytesPerSecond());
            course.called();
            context.pipeToSelf(
                    course.calls().migrate(course.attempt(), course::isCalledOff),
                    (answer, impossible) -> new MigrationMessage.Returned(answer));
            return Watching.of(course);
        }));
    }

    /** Takes up an attempt that an earlier life of the agent had started, or was about to. */
    static Behavior<MigrationMessage> adopting(Course.Work work) {
        return Behaviors.setup(
                context -> Behaviors.withTimers(timers -> Concluding.of(new Course(work, context, timers))));
    }
}
