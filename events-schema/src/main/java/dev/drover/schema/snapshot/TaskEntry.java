package dev.drover.schema.snapshot;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drover.schema.id.HostId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.LastingIntent;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.ReleaseHosts;
import java.util.List;

/**
 * An intent that was worked on, or that kept hosts empty.
 *
 * @param phase where it was in its life, by name
 * @param hosts what it empties and keeps empty
 * @param overdue whether its deadline was seen to pass
 */
public record TaskEntry(
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
        @JsonSubTypes({
            @JsonSubTypes.Type(value = EvacuateHosts.class, name = "evacuate-hosts"),
            @JsonSubTypes.Type(value = ReleaseHosts.class, name = "release-hosts"),
            @JsonSubTypes.Type(value = MigrateVm.class, name = "migrate-vm")
        })
        LastingIntent intent,

        String phase,
        List<HostId> hosts,
        boolean overdue)
        implements SnapshotEntry {
    /** Copies the list. */
    public TaskEntry {
        hosts = List.copyOf(hosts);
    }
}
