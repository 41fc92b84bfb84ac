package dev.drover.schema.snapshot;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One thing that a state knows. No entry grows with the fleet, so that a row of them can be cut anywhere. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ProgressEntry.class, name = "progress"),
    @JsonSubTypes.Type(value = RulesEntry.class, name = "rules"),
    @JsonSubTypes.Type(value = MarkEntry.class, name = "mark"),
    @JsonSubTypes.Type(value = HostEntry.class, name = "host"),
    @JsonSubTypes.Type(value = CordonEntry.class, name = "cordon"),
    @JsonSubTypes.Type(value = QuarantineEntry.class, name = "quarantine"),
    @JsonSubTypes.Type(value = TaskEntry.class, name = "task"),
    @JsonSubTypes.Type(value = HomeEntry.class, name = "home"),
    @JsonSubTypes.Type(value = BlockedEntry.class, name = "blocked"),
    @JsonSubTypes.Type(value = AnsweredEntry.class, name = "answered"),
    @JsonSubTypes.Type(value = MigrationEntry.class, name = "migration"),
    @JsonSubTypes.Type(value = LeaseEntry.class, name = "lease")
})
public sealed interface SnapshotEntry
        permits ProgressEntry,
                RulesEntry,
                MarkEntry,
                HostEntry,
                CordonEntry,
                QuarantineEntry,
                TaskEntry,
                HomeEntry,
                BlockedEntry,
                AnsweredEntry,
                MigrationEntry,
                LeaseEntry {}
