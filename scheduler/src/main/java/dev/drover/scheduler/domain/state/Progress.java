package dev.drover.scheduler.domain.state;

import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.report.ReportMark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * How far a zone has come. Immutable.
 *
 * @param time the zone's time, which never runs back
 * @param events how many events the log holds; numbers what comes next
 * @param inboxOffset how far the inbox has been decided about
 * @param schemaLevel what the log may hold
 * @param marks the last report of each host that has counted; a forgotten host's too, or else a late copy of one would
 *     bring it back
 */
public record Progress(
        Epoch epoch,
        Instant time,
        long events,
        Optional<InboxOffset> inboxOffset,
        int schemaLevel,
        PSortedMap<HostId, ReportMark> marks) {
    /** Before the first event. */
    public static final Progress NONE =
            new Progress(Epoch.NONE, Instant.EPOCH, 0, Optional.empty(), 1, TreePMap.empty());

    /** Whether a report has counted already. */
    public boolean hasHeard(ReportMark mark) {
        ReportMark last = marks.get(mark.host());
        return last != null && !mark.isAfter(last);
    }

    /** The zone's time at an input that came at {@code at}. */
    public Instant timeAt(Instant at) {
        return at.isAfter(time) ? at : time;
    }

    /** After the next event, whatever it says. */
    Progress with(EventMessage event) {
        Progress next = new Progress(
                event.epoch(),
                timeAt(event.head().at()),
                events + 1,
                event.inboxOffset().or(() -> inboxOffset),
                schemaLevel,
                marks);
        return event.origin().map(mark -> next.hearing(List.of(mark))).orElse(next);
    }

    /** With these reports counted. */
    Progress hearing(List<ReportMark> heard) {
        PSortedMap<HostId, ReportMark> later = marks;
        for (ReportMark mark : heard) {
            ReportMark last = later.get(mark.host());
            if (last == null || mark.isAfter(last)) {
                later = later.plus(mark.host(), mark);
            }
        }
        return new Progress(epoch, time, events, inboxOffset, schemaLevel, later);
    }

    /** At this schema level. */
    Progress at(int level) {
        return new Progress(epoch, time, events, inboxOffset, level, marks);
    }
}
