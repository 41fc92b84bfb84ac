package dev.drover.deploy.kafka;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of a broker that is its own controller and the only one of its cluster. */
final class BrokerSettings {
    /** Its number in the cluster and in the data. */
    static final int NODE = 1;
    /** The name of the listener on which the node talks to its controller, that is to itself. */
    static final String CONTROLLER = "CONTROLLER";

    private static final String CLIENTS = "PLAINTEXT";

    private BrokerSettings() {}

    /**
     * All settings that differ from Kafka's defaults.
     *
     * @param data the formatted folder
     */
    static Properties of(BrokerArguments arguments, Path data, PortChoice ports) {
        Properties settings = new Properties();
        identity(settings, data);
        listeners(settings, arguments, ports);
        alone(settings);
        quick(settings);
        small(settings);
        return settings;
    }

    private static void identity(Properties settings, Path data) {
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", Integer.toString(NODE));
        settings.setProperty("log.dirs", data.toString());
        // A topic is created with its settings by who owns it, and keeps its records as long as these say.
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("log.retention.ms", "-1");
    }

    private static void listeners(Properties settings, BrokerArguments arguments, PortChoice ports) {
        String controller = "127.0.0.1:" + ports.controller();
        settings.setProperty("controller.quorum.voters", NODE + "@" + controller);
        settings.setProperty(
                "listeners",
                CLIENTS + "://" + arguments.listen() + ":" + ports.clients() + "," + CONTROLLER + "://" + controller);
        settings.setProperty("advertised.listeners", CLIENTS + "://" + arguments.advertise() + ":" + ports.clients());
        settings.setProperty("controller.listener.names", CONTROLLER);
        settings.setProperty("inter.broker.listener.name", CLIENTS);
        settings.setProperty("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    }

    /** One broker can hold one copy of anything. */
    private static void alone(Properties settings) {
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
    }

    /** Takeovers and restarts within seconds, and transactions that do not wait for the one before. */
    private static void quick(Properties settings) {
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("group.min.session.timeout.ms", "1000");
        settings.setProperty("group.consumer.min.session.timeout.ms", "1000");
        settings.setProperty("group.consumer.min.heartbeat.interval.ms", "200");
        settings.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.setProperty("add.partitions.to.txn.retry.backoff.ms", "1");
        // A broker that was killed may register again only when its earlier session is over.
        settings.setProperty("broker.session.timeout.ms", "4000");
        settings.setProperty("broker.heartbeat.interval.ms", "1000");
    }

    /** Few threads and little memory: it shares a machine with everything else. */
    private static void small(Properties settings) {
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("background.threads", "2");
        settings.setProperty("log.cleaner.dedupe.buffer.size", "8388608");
    }
}
