package dev.drover.schema.intent;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drover.schema.id.Check;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.RackId;
import java.util.List;

/** What is to be emptied. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EvacuationTarget.Hosts.class, name = "hosts"),
    @JsonSubTypes.Type(value = EvacuationTarget.WholeRack.class, name = "rack")
})
public sealed interface EvacuationTarget {
    /** These hosts, in the order of their ids. */
    record Hosts(List<HostId> hosts) implements EvacuationTarget {
        /** So many hosts at most. */
        public static final int MOST = 1_000;

        /** Takes them in any order. Throws {@link InvalidValueException} for none, too many, or one named twice. */
        public Hosts {
            if (hosts.isEmpty() || hosts.size() > MOST) {
                throw new InvalidValueException(
                        "hosts", "names " + hosts.size() + " hosts; name 1 to " + MOST + " in one intent");
            }
            hosts = Check.distinct("hosts", "host", hosts);
        }
    }

    /** Every host that stands in the rack when the intent is accepted. */
    record WholeRack(RackId rack) implements EvacuationTarget {}
}
