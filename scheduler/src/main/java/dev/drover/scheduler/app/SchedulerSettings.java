package dev.drover.scheduler.app;

import dev.drover.scheduler.adapter.http.Listen;
import dev.drover.scheduler.adapter.kafka.LostInputs;
import dev.drover.scheduler.adapter.kafka.Session;
import dev.drover.schema.id.Check;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneTable;
import dev.drover.schema.policy.ZonePolicy;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What one scheduler process is told.
 *
 * @param kafka {@code host:port} of one or more brokers, with commas between
 * @param enrolled the zones that must be in the table when it runs; it competes for all that are
 * @param lostInputs what to do about inputs that are gone and were never read
 * @param replicas how many nodes keep each zone's state at hand, its owner among them
 * @param listen where it answers questions about zones
 * @param advertised where other nodes reach that, if it is not where it listens
 */
public record SchedulerSettings(
        String kafka,
        NodeId node,
        List<ZoneId> enrolled,
        ZonePolicy policy,
        Session session,
        LostInputs lostInputs,
        int replicas,
        Listen listen,
        Optional<URI> advertised) {
    private static final ZoneId FIRST = new ZoneId("default");

    /** Copies the list; throws {@link dev.drover.schema.id.InvalidValueException} for less than one replica. */
    public SchedulerSettings {
        enrolled = List.copyOf(enrolled);
        Check.atLeast("replicas", replicas, 1);
    }

    /** The table with the zones that must be in it. A table of none gets one, or there would be nothing to do. */
    ZoneTable plan(ZoneTable before) {
        List<ZoneId> wanted = enrolled.isEmpty() && before.isEmpty() ? List.of(FIRST) : enrolled;
        ZoneTable after = before;
        for (ZoneId zone : wanted) {
            after = after.with(zone);
        }
        return after;
    }
}
