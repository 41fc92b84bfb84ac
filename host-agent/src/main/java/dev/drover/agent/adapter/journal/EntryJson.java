package dev.drover.agent.adapter.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.schema.unit.BitsPerSecond;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Entries as JSON, under names that do not change when a class is renamed. */
final class EntryJson {
    private final JsonMapper mapper = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .addMixIn(JournalEntry.class, Typed.class)
            .addMixIn(JournalEntry.MigrationTaken.class, Rated.class)
            .addMixIn(JournalEntry.RateTaken.class, Rated.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    EntryJson() {
        mapper.registerSubtypes(
                new NamedType(JournalEntry.Started.class, "started"),
                new NamedType(JournalEntry.MigrationTaken.class, "migration-taken"),
                new NamedType(JournalEntry.RateTaken.class, "rate-taken"),
                new NamedType(JournalEntry.AbortTaken.class, "abort-taken"),
                new NamedType(JournalEntry.OtherTaken.class, "other-taken"),
                new NamedType(JournalEntry.RoomMade.class, "room-made"),
                new NamedType(JournalEntry.RoomClosed.class, "room-closed"),
                new NamedType(JournalEntry.LeasesHeard.class, "leases-heard"),
                new NamedType(JournalEntry.AttemptReported.class, "attempt-reported"));
    }

    byte[] write(JournalEntry entry) {
        try {
            return mapper.writerFor(JournalEntry.class).writeValueAsBytes(entry);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Throws {@link IOException} when this is no entry that this program knows. */
    JournalEntry read(byte[] json) throws IOException {
        return mapper.readValue(json, JournalEntry.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
    private interface Typed {}

    private interface Rated {
        @JsonProperty("rateBitsPerSecond")
        BitsPerSecond rate();
    }
}
