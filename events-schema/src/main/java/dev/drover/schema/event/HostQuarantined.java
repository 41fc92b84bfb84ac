package dev.drover.schema.event;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.HostId;

/** The host's clock is further from the zone's than the skew allows: nothing that hangs on time is left to it. */
public record HostQuarantined(HostId host, String why) implements HostEvent {
    /** Long words are cut. */
    public HostQuarantined {
        why = Check.cut(why);
    }
}
