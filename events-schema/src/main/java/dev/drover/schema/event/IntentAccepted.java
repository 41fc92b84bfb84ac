package dev.drover.schema.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.EvacuateHost;
import dev.drover.schema.intent.Intent;

/** The zone works on this until it ends it. */
public record IntentAccepted(
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
        @JsonSubTypes(@JsonSubTypes.Type(value = EvacuateHost.class, name = "evacuate-host"))
        Intent accepted)
        implements IntentEvent {
    @Override
    @JsonIgnore
    public IntentId intent() {
        return accepted.intent();
    }
}
