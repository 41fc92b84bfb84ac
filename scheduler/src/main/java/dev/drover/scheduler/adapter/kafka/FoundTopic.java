package dev.drover.scheduler.adapter.kafka;

import java.util.Optional;
import java.util.SortedMap;

/**
 * A topic as it is.
 *
 * @param settings those in effect, wherever they are set
 */
record FoundTopic(String name, int partitions, int replicas, SortedMap<String, String> settings) {
    /** A setting's value, where the broker gives it. */
    Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** A setting that is a number. */
    Optional<Long> number(String key) {
        return setting(key).map(Long::valueOf);
    }
}
