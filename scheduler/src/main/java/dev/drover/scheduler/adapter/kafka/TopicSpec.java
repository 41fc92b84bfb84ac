package dev.drover.scheduler.adapter.kafka;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as it is created, and what must hold of it whoever created it.
 *
 * @param partitions how many it needs for a table of zones
 * @param settings for its creation; where the broker's defaults are right, none. Replicas are always the broker's.
 */
record TopicSpec(
        String name, ToIntFunction<ZoneTable> partitions, Map<String, String> settings, List<TopicRule> rules) {
    private static final List<TopicRule> EVERYWHERE =
            List.of(TopicRule.largeRecordsFit(), TopicRule.writable(), TopicRule.neverLedByAStaleReplica());

    /** All topics there are. */
    static final List<TopicSpec> ALL = List.of(
            of(
                    Topics.ZONES,
                    zones -> 1,
                    compacted(),
                    TopicRule.onlyCompacted("zones would be forgotten or their earlier entries kept"),
                    TopicRule.onePartition("zones could be enrolled past each other")),
            of(
                    Topics.INBOX,
                    ZoneTable::partitions,
                    kept(Duration.ofDays(7)),
                    TopicRule.notCompacted("inputs would be lost before they are answered"),
                    TopicRule.keptAtLeast(
                            Duration.ofDays(1), "inputs would be lost while a zone has no owner for a day"),
                    TopicRule.keptHoweverMuch("inputs would be lost before they are answered")),
            of(
                    Topics.EVENTS,
                    ZoneTable::partitions,
                    keptForEver(),
                    TopicRule.notCompacted("events would be forgotten"),
                    TopicRule.keptForEver("events would be forgotten"),
                    TopicRule.keptHoweverMuch("events would be forgotten")),
            of(
                    Topics.COMMANDS,
                    ZoneTable::commandPartitions,
                    kept(Duration.ofDays(7)),
                    TopicRule.notCompacted("commands would be lost before their agent reads them"),
                    TopicRule.keptAtLeast(
                            Duration.ofHours(1), "commands would be lost while an agent is away for an hour"),
                    TopicRule.keptHoweverMuch("commands would be lost before their agent reads them")),
            of(
                    Topics.SNAPSHOTS,
                    ZoneTable::partitions,
                    compacted(),
                    TopicRule.onlyCompacted("snapshots would be forgotten or never tidied up")),
            of(Topics.TELEMETRY, ZoneTable::commandPartitions, kept(Duration.ofHours(6))),
            of(Topics.DEAD_LETTERS, zones -> 1, kept(Duration.ofDays(28))),
            of(
                    Topics.NODES,
                    zones -> 1,
                    compacted(),
                    TopicRule.onlyCompacted("nodes could not find each other any more")));

    /** How many partitions it needs for these zones; a topic has one at least. */
    int partitionsFor(ZoneTable zones) {
        return Math.max(1, partitions.applyAsInt(zones));
    }

    /** It, to be created with room for these zones. */
    NewTopic creation(ZoneTable zones) {
        return new NewTopic(name, Optional.of(partitionsFor(zones)), Optional.empty()).configs(settings);
    }

    /** What is wrong with it as it is, a sentence each. */
    List<String> objections(FoundTopic found) {
        return rules.stream()
                .flatMap(rule -> rule.objection(found).stream())
                .map(objection -> "topic " + name + ": " + objection)
                .toList();
    }

    private static TopicSpec of(
            String name, ToIntFunction<ZoneTable> partitions, Map<String, String> settings, TopicRule... own) {
        return new TopicSpec(
                name,
                partitions,
                settings,
                Stream.concat(Stream.of(own), EVERYWHERE.stream()).toList());
    }

    private static Map<String, String> compacted() {
        return Map.of(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT);
    }

    /**
     * From its arrival: by the clock of its author, which Kafka takes otherwise, an input from a host whose clock is weeks
     * behind could be deleted before it is read, and one from a host that is hours ahead would be refused.
     */
    private static Map<String, String> kept(Duration time) {
        Map<String, String> settings = new TreeMap<>(deleted(Long.toString(time.toMillis())));
        settings.put(MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return settings;
    }

    private static Map<String, String> keptForEver() {
        return deleted("-1");
    }

    private static Map<String, String> deleted(String afterMillis) {
        return Map.of(
                CLEANUP_POLICY_CONFIG,
                CLEANUP_POLICY_DELETE,
                RETENTION_MS_CONFIG,
                afterMillis,
                RETENTION_BYTES_CONFIG,
                "-1");
    }
}
