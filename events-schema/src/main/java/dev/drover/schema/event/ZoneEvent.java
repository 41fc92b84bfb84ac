package dev.drover.schema.event;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A fact in a zone's log. */
public sealed interface ZoneEvent
        permits ZoneOwnershipTaken,
                SchemaLevelRaised,
                TopologyChanged,
                PolicyChanged,
                ZoneFrozen,
                ZoneThawed,
                HostEvent,
                VmForgotten,
                IntentEvent,
                MigrationEvent,
                InboxRead,
                InputSetAside {
    /** What it is about, as a path: {@code migrations/m-12}. */
    @JsonIgnore
    String subject();
}
