package dev.drover.agent.engine;

import dev.drover.agent.domain.OpenAttempt;
import dev.drover.agent.port.JobProgress;
import dev.drover.schema.telemetry.MigrationProgress;

/** A job's figures as telemetry. */
final class Sample {
    private Sample() {}

    static MigrationProgress of(OpenAttempt attempt, JobProgress progress) {
        return new MigrationProgress(
                attempt.key().migration(),
                attempt.key().attempt(),
                attempt.vm(),
                progress.elapsed(),
                progress.total(),
                progress.remaining(),
                progress.transferred(),
                progress.rate(),
                progress.dirtyRate(),
                progress.iteration());
    }
}
