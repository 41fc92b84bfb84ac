package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.intent.Intents;
import dev.drover.scheduler.domain.inventory.Inventory;
import dev.drover.scheduler.domain.migration.Migrations;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.ReportMark;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * All a zone knows: the fold of its log. Immutable, over sorted persistent maps, so that an aborted transaction is a
 * dropped reference and a query reads the last one.
 *
 * @param time the zone's time, which never runs back
 * @param events how many events the log holds; numbers what comes next
 * @param inboxOffset how far the inbox has been decided about
 * @param marks the last report of each host that has counted
 */
public record ZoneState(
        ZoneId zone,
        Epoch epoch,
        Instant time,
        long events,
        Optional<InboxOffset> inboxOffset,
        PSortedMap<HostId, ReportMark> marks,
        Inventory inventory,
        Intents intents,
        Migrations migrations) {
    /** A zone whose log is empty. */
    public static ZoneState empty(ZoneId zone) {
        return new ZoneState(
                zone,
                Epoch.NONE,
                Instant.EPOCH,
                0,
                Optional.empty(),
                TreePMap.empty(),
                Inventory.EMPTY,
                Intents.EMPTY,
                Migrations.EMPTY);
    }

    /** Whether a report has counted already. */
    public boolean hasHeard(ReportMark mark) {
        ReportMark last = marks.get(mark.host());
        return last != null && !mark.isAfter(last);
    }

    /** The zone's time at an input that came at {@code at}. */
    public Instant timeAt(Instant at) {
        return at.isAfter(time) ? at : time;
    }
}
