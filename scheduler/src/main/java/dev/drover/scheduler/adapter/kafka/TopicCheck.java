package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.ZoneLogException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Whether the topics are still what the promises rest on: their settings can be changed while zones run. */
final class TopicCheck {
    private TopicCheck() {}

    /** What is wrong, a sentence each, with topic, setting, value and cure; throws {@link ZoneLogException}. */
    static List<String> objections(KafkaAdmin admin) {
        Map<String, TopicDescription> descriptions = describe(admin);
        Map<String, Config> settings = settings(admin);
        return TopicSpec.ALL.stream()
                .flatMap(topic ->
                        topic
                                .objections(
                                        foundTopic(found(descriptions, topic.name()), found(settings, topic.name())))
                                .stream())
                .toList();
    }

    /** Which topics are not there any more, a sentence each; throws {@link ZoneLogException}. */
    static List<String> gone(KafkaAdmin admin) {
        Set<String> there =
                admin.ask("listing the topics", kafka -> kafka.listTopics().names());
        return names().stream()
                .filter(topic -> !there.contains(topic))
                .map(topic -> "topic " + topic + " is gone, or hidden from this scheduler; it must be put back with"
                        + " what it held, for without it a scheduler that begins creates it empty")
                .toList();
    }

    static Map<String, TopicDescription> describe(KafkaAdmin admin) {
        return admin.ask(
                "looking at the topics", kafka -> kafka.describeTopics(names()).allTopicNames());
    }

    static <T> T found(Map<String, T> all, String topic) {
        return Optional.ofNullable(all.get(topic))
                .orElseThrow(() -> new ZoneLogException("Kafka says nothing about topic " + topic + "; try again"));
    }

    private static FoundTopic foundTopic(TopicDescription description, Config config) {
        TreeMap<String, String> settings = new TreeMap<>();
        config.entries().forEach(entry -> settings.put(entry.name(), String.valueOf(entry.value())));
        int replicas = description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        return new FoundTopic(description.name(), description.partitions().size(), replicas, settings);
    }

    private static Map<String, Config> settings(KafkaAdmin admin) {
        List<ConfigResource> topics = names().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        return admin
                .ask(
                        "reading the topics' settings",
                        kafka -> kafka.describeConfigs(topics).all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    private static List<String> names() {
        return TopicSpec.ALL.stream().map(TopicSpec::name).toList();
    }
}
