package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.kafka.ClientSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the brokers' own limits allow what schedulers ask of them. */
public final class BrokerCheck {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerCheck.class);

    private record Limit(String setting, LongPredicate allows, String objection) {}

    private BrokerCheck() {}

    /**
     * Throws {@link ZoneLogException} that names the broker, the setting, its value and the cure. Where this node may not
     * look at the brokers' settings, the log says so, and that is all.
     */
    public static void ensure(String bootstrap, Session session) {
        try (KafkaAdmin admin = KafkaAdmin.connect(bootstrap)) {
            List<String> objections = settings(admin).entrySet().stream()
                    .flatMap(broker -> objections(broker.getKey().name(), broker.getValue(), session))
                    .sorted()
                    .toList();
            if (!objections.isEmpty()) {
                throw new ZoneLogException(String.join("\n", objections));
            }
        }
    }

    private static List<Limit> limits(Session session) {
        long timeout = session.timeout().toMillis();
        long transaction = ClientSettings.TRANSACTION_TIMEOUT.toMillis();
        return List.of(
                new Limit(
                        "group.min.session.timeout.ms",
                        value -> value <= timeout,
                        "so it refuses a session of " + timeout + " ms; " + Session.CURE),
                new Limit(
                        "group.max.session.timeout.ms",
                        value -> value >= timeout,
                        "so it refuses a session of " + timeout + " ms; raise it on every broker, or start every"
                                + " scheduler with a shorter --session-timeout"),
                new Limit(
                        "transaction.max.timeout.ms",
                        value -> value >= transaction,
                        "so it refuses our transactions; set it to " + transaction + " or more on every broker"));
    }

    static Stream<String> objections(String broker, Config settings, Session session) {
        return limits(session).stream()
                .flatMap(limit -> value(settings, limit.setting())
                        .filter(value -> !limit.allows().test(value))
                        .map(value ->
                                "broker " + broker + ": " + limit.setting() + " is " + value + ", " + limit.objection())
                        .stream());
    }

    private static Optional<Long> value(Config settings, String name) {
        return Optional.ofNullable(settings.get(name))
                .flatMap(found -> Optional.ofNullable(found.value()))
                .map(Long::valueOf);
    }

    private static Map<ConfigResource, Config> settings(KafkaAdmin admin) {
        List<ConfigResource> brokers =
                admin
                        .ask(
                                "looking for the brokers",
                                kafka -> kafka.describeCluster().nodes())
                        .stream()
                        .map(node -> new ConfigResource(ConfigResource.Type.BROKER, node.idString()))
                        .toList();
        try {
            return admin.attempt(kafka -> kafka.describeConfigs(brokers).all());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AuthorizationException) {
                LOG.warn("the brokers' settings are not checked, since this node may not see them; {}", Session.CURE);
                return Map.of();
            }
            throw new ZoneLogException("reading the brokers' settings failed: " + failed.getCause(), failed);
        }
    }
}
