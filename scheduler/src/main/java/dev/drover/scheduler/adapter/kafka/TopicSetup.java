package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing and checks the others: settings that would break a promise stop the start. */
public final class TopicSetup {
    private static final String FOR_EVER = "-1";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private TopicSetup() {}

    /**
     * Throws {@link ZoneLogException} that names the topic, the setting and the cure, or the broker that does not
     * answer; {@link InvalidValueException} when the address can't be one.
     */
    public static void ensure(String bootstrap, ZoneLayout layout) {
        try (Admin admin = connect(bootstrap)) {
            greet(admin, bootstrap);
            create(admin, layout);
            check(admin, layout);
        }
    }

    private static Admin connect(String bootstrap) {
        try {
            return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
        } catch (KafkaException refused) {
            Throwable why = refused.getCause() == null ? refused : refused.getCause();
            throw new InvalidValueException("kafka", "is '" + bootstrap + "': " + why.getMessage());
        }
    }

    private static void greet(Admin admin, String bootstrap) {
        DescribeClusterOptions soon = new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
        try {
            admin.describeCluster(soon).nodes().get();
        } catch (ExecutionException silent) {
            throw new ZoneLogException(
                    "Kafka at " + bootstrap + " does not answer within " + PATIENCE.toSeconds()
                            + " s; is it running, and is that its address? (" + silent.getCause() + ")",
                    silent);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static void create(Admin admin, ZoneLayout layout) {
        for (String topic : Topics.ALL) {
            NewTopic wanted = new NewTopic(topic, Optional.of(partitions(topic, layout)), Optional.empty())
                    .configs(Map.of(
                            TopicConfig.CLEANUP_POLICY_CONFIG,
                            topic.equals(Topics.SNAPSHOTS)
                                    ? TopicConfig.CLEANUP_POLICY_COMPACT
                                    : TopicConfig.CLEANUP_POLICY_DELETE,
                            TopicConfig.RETENTION_BYTES_CONFIG,
                            FOR_EVER,
                            TopicConfig.RETENTION_MS_CONFIG,
                            retention(topic)));
            try {
                admin.createTopics(List.of(wanted)).all().get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw new ZoneLogException("topic " + topic + " can't be created: " + failed.getCause(), failed);
                }
            } catch (InterruptedException interrupted) {
                throw interrupted(interrupted);
            }
        }
    }

    private static void check(Admin admin, ZoneLayout layout) {
        Map<String, TopicDescription> topics =
                get(() -> admin.describeTopics(Topics.ALL).allTopicNames());
        for (String topic : Topics.ALL) {
            int has = Optional.ofNullable(topics.get(topic))
                    .map(found -> found.partitions().size())
                    .orElse(0);
            if (has < partitions(topic, layout)) {
                throw new ZoneLogException("topic " + topic + " has " + has + " partitions; zone " + layout.zone()
                        + " needs " + partitions(topic, layout) + ": add partitions, or delete the topic if it is new");
            }
        }
        checkRetention(admin);
    }

    private static void checkRetention(Admin admin) {
        ConfigResource events = new ConfigResource(ConfigResource.Type.TOPIC, Topics.EVENTS);
        Config found = get(() -> admin.describeConfigs(List.of(events)).all()).get(events);
        Map<String, String> wrong = found == null
                ? Map.of()
                : found.entries().stream()
                        .filter(entry -> isWrong(entry.name(), String.valueOf(entry.value())))
                        .collect(Collectors.toMap(entry -> entry.name(), entry -> String.valueOf(entry.value())));
        if (!wrong.isEmpty()) {
            throw new ZoneLogException("topic " + Topics.EVENTS + " would forget events: " + wrong
                    + "; set retention.ms and retention.bytes to -1 and cleanup.policy to delete");
        }
    }

    /** What is asked for later stays; the log stays for ever. */
    private static String retention(String topic) {
        return switch (topic) {
            case Topics.EVENTS -> FOR_EVER;
            case Topics.TELEMETRY -> Long.toString(Duration.ofHours(6).toMillis());
            case Topics.DEAD_LETTERS -> Long.toString(Duration.ofDays(28).toMillis());
            default -> Long.toString(Duration.ofDays(7).toMillis());
        };
    }

    private static boolean isWrong(String setting, String value) {
        return switch (setting) {
            case TopicConfig.RETENTION_MS_CONFIG, TopicConfig.RETENTION_BYTES_CONFIG -> !value.equals(FOR_EVER);
            case TopicConfig.CLEANUP_POLICY_CONFIG -> !value.equals(TopicConfig.CLEANUP_POLICY_DELETE);
            default -> false;
        };
    }

    private static int partitions(String topic, ZoneLayout layout) {
        return switch (topic) {
            case Topics.INBOX, Topics.EVENTS, Topics.SNAPSHOTS -> layout.partition() + 1;
            case Topics.COMMANDS, Topics.TELEMETRY -> highest(layout.commandPartitions()) + 1;
            default -> 1;
        };
    }

    private static int highest(Collection<Integer> partitions) {
        return partitions.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    /** A topic that was created a moment ago is not known everywhere at once, so that answer is not believed early. */
    private static <T> T get(Supplier<KafkaFuture<T>> question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return question.get().get();
            } catch (ExecutionException failed) {
                boolean early = System.nanoTime() - deadline < 0;
                if (!early || !(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw new ZoneLogException("the topics can't be checked: " + failed.getCause(), failed);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (InterruptedException interrupted) {
                throw interrupted(interrupted);
            }
        }
    }

    private static ZoneLogException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new ZoneLogException("interrupted while looking at the topics", interrupted);
    }
}
