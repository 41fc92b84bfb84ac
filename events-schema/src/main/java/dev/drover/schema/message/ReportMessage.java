package dev.drover.schema.message;

import dev.drover.schema.report.Report;
import dev.drover.schema.report.ReportMark;

/** An agent's report on its way to the zone. */
public record ReportMessage(Head head, ReportMark mark, Report report) implements InboxMessage {}
