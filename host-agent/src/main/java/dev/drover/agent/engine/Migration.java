package dev.drover.agent.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at a migration, from its start or adoption until its end is safely reported. It is in one of two phases:
 * {@link Watching} a job, or {@link Concluding} what became of the vm. Whether a job still runs is for the hypervisor
 * to say, so an end that was announced too early leads back to watching.
 */
final class Migration implements Part<MigrationMessage> {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    private Phase phase;

    private Migration(Phase phase) {
        this.phase = phase;
    }

    /** Starts the attempt, which is in the journal. */
    static Migration starting(Course.Work work, Post<MigrationMessage> post) {
        Course course = new Course(work, post);
        LOG.info(
                "{} starts: vm {} to {} at {} MiB/s",
                course.name(),
                course.attempt().vm(),
                course.attempt().destination(),
                course.rate().wholeMebibytesPerSecond());
        course.start();
        return new Migration(Watching.of(course));
    }

    /** Takes up an attempt that an earlier life of the agent had started, or was about to. */
    static Migration adopting(Course.Work work, Post<MigrationMessage> post) {
        return new Migration(Concluding.of(new Course(work, post)));
    }

    @Override
    public boolean on(MigrationMessage message) {
        phase = phase.on(message);
        return !phase.isLast();
    }
}
