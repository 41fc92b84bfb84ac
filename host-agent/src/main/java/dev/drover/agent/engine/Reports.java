package dev.drover.agent.engine;

import dev.drover.agent.domain.Cause;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.ReportMark;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where the agent tells its zone what happened. */
@FunctionalInterface
public interface Reports {
    /**
     * Takes a report on, behind all earlier ones, and returns at once. The stage completes when it is safe in the
     * zone's inbox, and exceptionally when it never will be.
     */
    CompletionStage<ReportMark> send(Report report, Optional<Cause> cause);
}
