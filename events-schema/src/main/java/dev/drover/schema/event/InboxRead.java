package dev.drover.schema.event;

import dev.drover.schema.report.ReportMark;
import java.util.List;

/** How far the inbox was read where its inputs led to no other event. The reports among them have counted. */
public record InboxRead(List<ReportMark> heard) implements ZoneEvent {
    /** Takes the marks in any order. */
    public InboxRead {
        heard = heard.stream().sorted().toList();
    }

    @Override
    public String subject() {
        return "inbox";
    }
}
