package dev.drover.schema.kafka;

import java.util.List;

/** The names of the topics. */
public final class Topics {
    /** The zone table: which partitions are whose, keyed by zone, the last entry of each kept for ever. */
    public static final String ZONES = "drover.zones";

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

    /** Where each scheduler process can be asked, keyed by node, the last entry of each kept. */
    public static final String NODES = "drover.nodes";

    /** All of them. */
    public static final List<String> ALL =
            List.of(ZONES, INBOX, EVENTS, COMMANDS, SNAPSHOTS, TELEMETRY, DEAD_LETTERS, NODES);

    private Topics() {}
}
