package dev.drover.schema.intent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.InvalidValueException;
import java.time.Instant;
import java.util.Optional;

/** The hosts of that evacuation may be used again. Under {@link ReturnPolicy#RETURN} its vms come back. */
public record ReleaseHosts(IntentId intent, IntentId evacuation) implements LastingIntent {
    /** Throws {@link InvalidValueException} where it names itself. */
    public ReleaseHosts {
        Other.than(intent, "evacuation", evacuation);
    }

    @Override
    @JsonIgnore
    public Priority priority() {
        return Priority.NORMAL;
    }

    @Override
    @JsonIgnore
    public Optional<Instant> deadline() {
        return Optional.empty();
    }
}
