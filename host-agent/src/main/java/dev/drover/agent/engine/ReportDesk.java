package dev.drover.agent.engine;

import dev.drover.agent.domain.Cause;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.ReportMark;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every part uses to report; the host hears of reports that are lost for ever. */
record ReportDesk(Outside outside, Post<HostMessage> host, LastReport last) {
    private static final Logger LOG = LoggerFactory.getLogger(ReportDesk.class);

    CompletionStage<ReportMark> say(Report report, Cause cause) {
        return say(report, Optional.of(cause));
    }

    CompletionStage<ReportMark> say(Report report, Optional<Cause> cause) {
        last.isNow();
        return outside.reports().send(report, cause).whenComplete((mark, lost) -> {
            if (lost != null) {
                host.tell(new HostMessage.ReportLost(lost));
            }
        });
    }

    CompletionStage<ReportMark> refuse(CommandMessage command, RefusalReason reason, String detail) {
        return refuse(command.mark(), Cause.of(command.head()), reason, detail);
    }

    CompletionStage<ReportMark> refuse(CommandMark command, Cause cause, RefusalReason reason, String detail) {
        MigrationId migration = command.migration();
        Attempt attempt = command.attempt();
        LOG.warn(
                "host={} migration={} attempt={} refused command {}: {}, {}",
                outside.host(),
                migration,
                attempt.value(),
                command.sequence().value(),
                reason,
                detail);
        return say(new CommandRefused(migration, attempt, command.sequence(), reason, detail), cause);
    }
}
