package dev.drover.cli.failover;

import dev.drover.agent.app.SimulatedFleetMain;
import dev.drover.cli.process.Node;
import dev.drover.cli.process.Until;
import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.deploy.process.JvmCommand;
import dev.drover.scheduler.app.SchedulerMain;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;

/** A broker, two schedulers and a simulated fleet, each a process of its own. */
final class Installation implements AutoCloseable {
    static final int HOSTS = 6;
    static final int GUESTS_PER_HOST = 3;

    private static final String GROUP = "drover-schedulers";
    private static final String NIC_MEGABITS = "100000";
    private static final Duration USUAL_SESSION = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Path folder;
    private final Duration session;
    private final EmbeddedKafka kafka;
    private final SortedMap<String, Node> schedulers = new TreeMap<>();
    private final Node fleet;
    private final ZoneLayout layout;

    Installation(Path folder, ZoneId zone) {
        this(folder, zone, USUAL_SESSION);
    }

    /** With schedulers that may be silent for so long. */
    Installation(Path folder, ZoneId zone, Duration session) {
        this.folder = folder;
        this.session = session;
        this.layout = ZoneLayout.only(zone);
        this.kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        open.add(kafka);
        try {
            for (String name : List.of("node-1", "node-2")) {
                schedulers.put(name, opened(startScheduler(name)));
            }
            schedulers.values().forEach(Node::awaitReady);
            this.fleet = opened(new Node(fleet(zone, folder.resolve("journal")), folder.resolve("fleet.log")));
            fleet.awaitReady();
            awaitSeats();
        } catch (RuntimeException | AssertionError failed) {
            close();
            throw failed;
        }
    }

    String bootstrap() {
        return kafka.bootstrap();
    }

    EmbeddedKafka kafka() {
        return kafka;
    }

    ZoneLayout layout() {
        return layout;
    }

    Node scheduler(String name) {
        return schedulers.get(name);
    }

    List<Node> schedulers() {
        return List.copyOf(schedulers.values());
    }

    Node fleet() {
        return fleet;
    }

    /** Returns when both schedulers sit in their group and nothing is being moved. */
    void awaitSeats() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            Until.holds("two schedulers in the group", PATIENCE, () -> {
                ConsumerGroupDescription group = group(admin);
                return group.groupState() == GroupState.STABLE
                        && group.members().size() == schedulers.size();
            });
        }
    }

    @Override
    public void close() {
        for (AutoCloseable one : open.reversed()) {
            try {
                one.close();
            } catch (Exception failed) {
                throw new AssertionError("a process could not be ended", failed);
            }
        }
    }

    private static ConsumerGroupDescription group(Admin admin) {
        try {
            return admin.describeConsumerGroups(List.of(GROUP))
                    .describedGroups()
                    .get(GROUP)
                    .get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError("the group can't be looked at", failed);
        }
    }

    /** One more, which is the caller's to close. */
    Node startScheduler(String name) {
        JvmCommand command = JvmCommand.of(
                SchedulerMain.class,
                "--node",
                name,
                "--zone",
                layout.zone().value(),
                "--kafka",
                bootstrap(),
                "--session-timeout",
                session.toSeconds() + "s");
        return new Node(command, folder.resolve(name + ".log"));
    }

    private JvmCommand fleet(ZoneId zone, Path journal) {
        return JvmCommand.of(
                SimulatedFleetMain.class,
                "--zone",
                zone.value(),
                "--kafka",
                bootstrap(),
                "--journal",
                journal.toString(),
                "--hosts",
                Integer.toString(HOSTS),
                "--guests-per-host",
                Integer.toString(GUESTS_PER_HOST),
                "--nic-mbit",
                NIC_MEGABITS);
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(one);
        return one;
    }
}
