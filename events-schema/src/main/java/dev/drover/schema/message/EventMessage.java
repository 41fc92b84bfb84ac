package dev.drover.schema.message;

import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.report.ReportMark;
import java.util.Optional;

/**
 * A fact in the log.
 *
 * @param epoch the ownership under which it was written
 * @param inboxOffset how far the inbox had been read; the next owner goes on behind it
 * @param origin the report it answers, so that the log knows which reports have counted
 */
public record EventMessage(
        Head head, Epoch epoch, Optional<InboxOffset> inboxOffset, Optional<ReportMark> origin, ZoneEvent event)
        implements Message {}
