package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics that are missing, gives the others the partitions they lack, and checks all: settings that would
 * break a promise stop the start. Several processes may do it at once.
 */
public final class TopicSetup {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final KafkaAdmin admin;
    private final ZoneTable zones;

    private TopicSetup(KafkaAdmin admin, ZoneTable zones) {
        this.admin = admin;
        this.zones = zones;
    }

    /**
     * With room for these zones. Throws {@link ZoneLogException} that names each topic, setting, value and cure, or the
     * broker that does not answer; {@link InvalidValueException} when the address can't be one.
     */
    public static void ensure(String bootstrap, ZoneLayout... zones) {
        try (KafkaAdmin admin = KafkaAdmin.connect(bootstrap)) {
            TopicSetup setup = new TopicSetup(admin, ZoneTable.of(List.of(zones)));
            TopicSpec.ALL.forEach(setup::create);
            setup.grow();
            setup.check();
        }
    }

    private void create(TopicSpec topic) {
        try {
            var created = admin.attempt(
                    kafka -> kafka.createTopics(List.of(topic.creation(zones))).config(topic.name()));
            assert created != null : "every topic has settings";
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new ZoneLogException("topic " + topic.name() + " can't be created: " + failed.getCause(), failed);
            }
        }
    }

    /** Done when it can be seen: brokers hear of new partitions a moment after they were granted. */
    private void grow() {
        List<TopicSpec> small = lacking(describe());
        small.forEach(topic -> grow(topic.name(), topic.partitionsFor(zones)));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!small.isEmpty() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            small = lacking(describe());
        }
        if (!small.isEmpty()) {
            throw new ZoneLogException(
                    "topics were given more partitions, but do not show them within " + PATIENCE.toSeconds() + " s: "
                            + small.stream().map(TopicSpec::name).toList() + "; try again");
        }
    }

    private List<TopicSpec> lacking(Map<String, TopicDescription> found) {
        return TopicSpec.ALL.stream()
                .filter(topic -> found(found, topic.name()).partitions().size() < topic.partitionsFor(zones))
                .toList();
    }

    private void grow(String topic, int needs) {
        try {
            admin.attempt(kafka -> kafka.createPartitions(Map.of(topic, NewPartitions.increaseTo(needs)))
                    .all());
        } catch (ExecutionException failed) {
            // Another process was faster, and did as much or more.
            if (!(failed.getCause() instanceof InvalidPartitionsException)) {
                throw new ZoneLogException(
                        "topic " + topic + " needs " + needs + " partitions, but can't be given more: "
                                + failed.getCause() + "; add them by hand",
                        failed);
            }
        }
    }

    private void check() {
        List<String> objections = TopicCheck.objections(admin);
        if (!objections.isEmpty()) {
            throw new ZoneLogException(String.join("\n", objections));
        }
    }

    private Map<String, TopicDescription> describe() {
        return TopicCheck.describe(admin);
    }

    private static TopicDescription found(Map<String, TopicDescription> all, String topic) {
        return TopicCheck.found(all, topic);
    }
}
