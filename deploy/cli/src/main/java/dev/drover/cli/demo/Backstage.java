package dev.drover.cli.demo;

import dev.drover.agent.app.AgentMain;
import dev.drover.agent.app.SimulatedFleetMain;
import dev.drover.cli.lab.LabHost;
import dev.drover.cli.zone.ZoneDirectory;
import dev.drover.deploy.kafka.BrokerArguments;
import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.deploy.process.ChildJvm;
import dev.drover.deploy.process.JvmCommand;
import dev.drover.scheduler.app.SchedulerMain;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Starts the processes of a Drover, each with its log in one folder, and ends them in the opposite order. */
final class Backstage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final ZoneId zone;
    private final EmbeddedKafka kafka;
    private final Deque<ChildJvm> children = new ArrayDeque<>();

    Backstage(Path folder, ZoneId zone, BrokerArguments broker) {
        this.folder = folder;
        this.zone = zone;
        this.kafka = EmbeddedKafka.start(broker);
    }

    String kafka() {
        return kafka.bootstrap();
    }

    /** Where the zone is, once a scheduler is ready; all that starts here leaves Kafka little of the machine. */
    ZoneLayout layout() {
        return ZoneDirectory.find(kafka(), zone, PATIENCE);
    }

    ChildJvm scheduler(NodeId node) {
        return start(
                JvmCommand.of(SchedulerMain.class, "--node", node.value(), "--zone", zone.value(), "--kafka", kafka()),
                node.value());
    }

    ChildJvm simulatedFleet(int hosts, int guestsPerHost, int nicMegabits) {
        return start(
                JvmCommand.of(
                        SimulatedFleetMain.class,
                        "--zone",
                        zone.value(),
                        "--kafka",
                        kafka(),
                        "--journal",
                        folder.resolve("journal").toString(),
                        "--hosts",
                        Integer.toString(hosts),
                        "--guests-per-host",
                        Integer.toString(guestsPerHost),
                        "--nic-mbit",
                        Integer.toString(nicMegabits)),
                "fleet");
    }

    ChildJvm agent(LabHost host, List<String> prefix, int nicMegabits) {
        return start(
                JvmCommand.of(
                                AgentMain.class,
                                "--host",
                                host.host().value(),
                                "--zone",
                                zone.value(),
                                "--kafka",
                                kafka(),
                                "--journal",
                                folder.resolve("journal-" + host.host()).toString(),
                                "--libvirt",
                                host.libvirtUri(),
                                "--migration-uri",
                                host.migrationUri().value(),
                                "--nic-mbit",
                                Integer.toString(nicMegabits))
                        .withPrefix(prefix.toArray(String[]::new)),
                "agent-" + host.host());
    }

    /** Started, but not waited for: see {@link #awaitReady}. */
    private ChildJvm start(JvmCommand command, String name) {
        ChildJvm child = ChildJvm.start(
                command.withJvmFlags(
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
                        "-Dorg.slf4j.simpleLogger.log.org.apache.kafka=warn"),
                folder.resolve(name + ".log"));
        children.push(child);
        return child;
    }

    static void awaitReady(List<ChildJvm> started) {
        for (ChildJvm child : started) {
            String unused = child.awaitReady(PATIENCE);
        }
    }

    @Override
    public void close() {
        children.forEach(ChildJvm::close);
        kafka.close();
    }
}
