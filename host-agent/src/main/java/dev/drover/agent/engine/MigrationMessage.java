package dev.drover.agent.engine;

import dev.drover.agent.domain.Cause;
import dev.drover.agent.port.JobProgress;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.report.ReportMark;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.Optional;

/** What a {@link Migration} is told. */
sealed interface MigrationMessage {
    /** A command that was journalled: send at most this. */
    record ChangeRate(CommandMark mark, Cause cause, BitsPerSecond rate) implements MigrationMessage {}

    /** A command that was journalled: stop it while that leaves the guest here. */
    record Abort() implements MigrationMessage {}

    /** It is time to look at the job. */
    record Look() implements MigrationMessage {}

    /** What was seen of the job. */
    record Seen(Answer<Optional<JobProgress>> answer) implements MigrationMessage {}

    /** The call that started the migration returned. */
    record Returned(Answer<JobResult> answer) implements MigrationMessage {}

    /** An adopted job has been told its rate. */
    record RateConfirmed(Answer<Done> answer) implements MigrationMessage {}

    /** What came of changing the rate. */
    record RateChanged(ChangeRate order, Answer<Done> answer) implements MigrationMessage {}

    /** The time the migration was given is over. */
    record TimeUp() implements MigrationMessage {}

    /** It is time to stop it once more. */
    record StopAgain() implements MigrationMessage {}

    /** What came of stopping it. */
    record Aborted(Answer<Done> answer) implements MigrationMessage {}

    /** It is time to observe the vm. */
    record Observe() implements MigrationMessage {}

    /** What the source has of the vm. */
    record Found(Answer<Findings> answer) implements MigrationMessage {}

    /** The report of the end is safe. */
    record EndReported(ReportMark mark) implements MigrationMessage {}

    /** A vm as its source sees it, with the figures of its last migration where it is gone. */
    record Findings(Sighting sighting, Optional<TransferFigures> figures) {}
}
