package dev.drover.schema.snapshot;

import dev.drover.schema.report.ReportMark;

/** The last report of a host that had counted. */
public record MarkEntry(ReportMark mark) implements SnapshotEntry {}
