package dev.drover.scheduler.adapter.kafka;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a topic must be like, for a promise to hold. */
@FunctionalInterface
interface TopicRule {
    /** The broker's and the producers' limits count what surrounds a record of 512 KiB, too. */
    long ROOM_FOR_A_RECORD = 640 * 1024;

    /** What is wrong: setting, value, harm and cure; or nothing. */
    Optional<String> objection(FoundTopic topic);

    /** Each record stays until its time is over, whatever its key. */
    static TopicRule notCompacted(String harm) {
        return topic -> topic.setting(CLEANUP_POLICY_CONFIG)
                .filter(policy -> List.of(policy.split(",")).contains(CLEANUP_POLICY_COMPACT))
                .map(policy -> sentence(CLEANUP_POLICY_CONFIG, policy, harm, "set it to delete"));
    }

    /** The last record of each key stays for ever. */
    static TopicRule onlyCompacted(String harm) {
        return topic -> topic.setting(CLEANUP_POLICY_CONFIG)
                .filter(policy -> !policy.equals(CLEANUP_POLICY_COMPACT))
                .map(policy -> sentence(CLEANUP_POLICY_CONFIG, policy, harm, "set it to compact"));
    }

    /** Nothing is removed because it is old. */
    static TopicRule keptForEver(String harm) {
        return topic -> topic.number(RETENTION_MS_CONFIG)
                .filter(millis -> millis >= 0)
                .map(millis -> sentence(RETENTION_MS_CONFIG, millis, harm, "set it to -1"));
    }

    /** Nothing is removed because it is older than this or younger. */
    static TopicRule keptAtLeast(Duration least, String harm) {
        return topic -> topic.number(RETENTION_MS_CONFIG)
                .filter(millis -> millis >= 0 && millis < least.toMillis())
                .map(millis -> sentence(
                        RETENTION_MS_CONFIG, millis, harm, "set it to " + least.toMillis() + " or more, or to -1"));
    }

    /** Nothing is removed because there is much of it. */
    static TopicRule keptHoweverMuch(String harm) {
        return topic -> topic.number(RETENTION_BYTES_CONFIG)
                .filter(bytes -> bytes >= 0)
                .map(bytes -> sentence(RETENTION_BYTES_CONFIG, bytes, harm, "set it to -1"));
    }

    /** The largest record that is ever written fits. */
    static TopicRule largeRecordsFit() {
        return topic -> topic.number(MAX_MESSAGE_BYTES_CONFIG)
                .filter(bytes -> bytes < ROOM_FOR_A_RECORD)
                .map(bytes -> sentence(
                        MAX_MESSAGE_BYTES_CONFIG,
                        bytes,
                        "large records would be refused",
                        "set it to " + ROOM_FOR_A_RECORD + " or more"));
    }

    /** As many copies are asked for as there are. */
    static TopicRule writable() {
        return topic -> topic.number(MIN_IN_SYNC_REPLICAS_CONFIG)
                .filter(least -> least > topic.replicas())
                .map(least -> sentence(
                        MIN_IN_SYNC_REPLICAS_CONFIG,
                        least,
                        "nothing could be written, since it has " + topic.replicas() + " replica(s)",
                        "set it to " + topic.replicas() + " or less, or give the topic more replicas"));
    }

    /** What was acknowledged stays when a broker is lost. */
    static TopicRule neverLedByAStaleReplica() {
        return topic -> topic.setting(UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG)
                .filter(unclean -> topic.replicas() > 1 && Boolean.parseBoolean(unclean))
                .map(unclean -> sentence(
                        UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG,
                        unclean,
                        "what was acknowledged could be lost with a broker",
                        "set it to false"));
    }

    /** There is one order of all its records. */
    static TopicRule onePartition(String harm) {
        return topic -> Optional.of(topic.partitions())
                .filter(partitions -> partitions != 1)
                .map(partitions -> sentence(
                        "the number of partitions",
                        partitions,
                        harm,
                        "create it anew with one, before any other topic"));
    }

    private static String sentence(String setting, Object value, String harm, String cure) {
        return setting + " is " + value + ", so " + harm + "; " + cure;
    }
}
