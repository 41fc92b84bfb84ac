package dev.drover.schema.kafka;

import java.util.List;

/** The names of the topics. */
public final class Topics {
    /** Intents and reports, one partition a zone. */
    public static final String INBOX = "drover.inbox";

    /** The zones' logs, one partition a zone, kept for ever. */
    public static final String EVENTS = "drover.events";

    /** What agents are told, some partitions a zone, keyed by host. */
    public static final String COMMANDS = "drover.commands";

    /** Progress samples, keyed by host. */
    public static final String TELEMETRY = "drover.telemetry";

    /** What could not be read, with the reason. */
    public static final String DEAD_LETTERS = "drover.deadletters";

    /** What zones put aside of their states, one partition a zone, compacted. */
    public static final String SNAPSHOTS = "drover.snapshots";

    /** All of them. */
    public static final List<String> ALL = List.of(INBOX, EVENTS, COMMANDS, TELEMETRY, SNAPSHOTS, DEAD_LETTERS);

    private Topics() {}
}
