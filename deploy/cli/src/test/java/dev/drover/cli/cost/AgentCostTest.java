package dev.drover.cli.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.app.SimulatedFleetMain;
import dev.drover.cli.process.Footprint;
import dev.drover.cli.process.Node;
import dev.drover.cli.process.Report;
import dev.drover.cli.process.Until;
import dev.drover.cli.topic.Line;
import dev.drover.cli.topic.Topic;
import dev.drover.cli.zone.ZoneClient;
import dev.drover.cli.zone.ZoneDirectory;
import dev.drover.cli.zone.ZoneWatch;
import dev.drover.deploy.kafka.BrokerArguments;
import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.deploy.process.JvmCommand;
import dev.drover.scheduler.app.SchedulerMain;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.kafka.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** One agent with 200 migrations at once, on a simulated host. */
@Isolated("what it measures is the machine's")
class AgentCostTest {
    private static final int MIGRATIONS = 200;
    private static final ZoneId ZONE = new ZoneId("cost");
    private static final HostId HOST = new HostId("h1");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration WINDOW = Duration.ofSeconds(Integer.getInteger("drover.cost.seconds", 20));

    @TempDir
    private Path folder;

    @Test
    void two_hundred_migrations_at_once_lose_no_sample() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(BrokerArguments.in(folder.resolve("kafka")));
                Node scheduler = scheduler(kafka);
                Node fleet = fleet(kafka)) {
            scheduler.awaitReady();
            fleet.awaitReady();
            Footprint agent = new Footprint(fleet.pid());
            long idle = agent.mebibytes();
            drain(kafka);

            Duration before = agent.processorTime();
            Instant from = Instant.now();
            Until.holds("the end of the window", PATIENCE, () -> Instant.now().isAfter(from.plus(WINDOW)));
            Duration used = agent.processorTime().minus(before);
            Duration took = Duration.between(from, Instant.now());
            long loaded = agent.mebibytes();

            List<Line> samples = Topic.read(kafka.bootstrap(), Topics.TELEMETRY).stream()
                    .filter(line -> line.key().equals(HOST.value()))
                    .toList();
            assertThat(numbers(samples)).as("each sample has the next number").isEqualTo(oneTo(samples.size()));
            TreeMap<String, Long> counted = samples.stream()
                    .filter(line ->
                            Instant.parse(line.header("ce_time").orElseThrow()).isAfter(from))
                    .collect(
                            Collectors.groupingBy(line -> line.text("migration"), TreeMap::new, Collectors.counting()));
            assertThat(counted).hasSize(MIGRATIONS);
            report(idle, loaded, used, took, counted.values().stream().mapToLong(Long::longValue));
        }
    }

    private static void drain(EmbeddedKafka kafka) {
        var layout = ZoneDirectory.find(kafka.bootstrap(), ZONE, PATIENCE);
        try (ZoneWatch watch = new ZoneWatch(kafka.bootstrap(), layout);
                ZoneClient client = new ZoneClient(kafka.bootstrap(), layout)) {
            watch.await(
                    "2 hosts",
                    PATIENCE,
                    view -> view.state().inventory().hosts().size() == 2);
            client.submit(
                    EvacuateHosts.of(new IntentId("drain"), HOST),
                    Actor.operator("cost"),
                    Optional.empty(),
                    Instant.now());
            watch.await("all on their way", PATIENCE, view -> view.progress().size() == MIGRATIONS);
        }
    }

    private static void report(long idle, long loaded, Duration used, Duration took, LongStream counted) {
        double share = 100.0 * used.toNanos() / took.toNanos();
        Report.write(
                "agent-cost",
                "What an agent costs",
                String.format(
                        Locale.ROOT,
                        """

                One process with the agents of two simulated hosts and the hosts themselves, %d migrations at once.

                | | |
                |---|---|
                | memory, idle | %d MiB |
                | memory, with all migrations | %d MiB |
                | processor, the simulated hosts' own work included | %.1f %% of a core |
                | processor for a migration | %.2f %% of a core |
                | samples of a migration in %d s, at least | %d |
                | samples lost | 0 |
                """,
                        MIGRATIONS,
                        idle,
                        loaded,
                        share,
                        share / MIGRATIONS,
                        took.toSeconds(),
                        counted.min().orElse(0)));
    }

    /** The numbers in the samples' ids, in their order. */
    private static List<Long> numbers(List<Line> samples) {
        return samples.stream()
                .map(line -> line.header("ce_id").orElseThrow())
                .map(id -> Long.valueOf(id.substring(id.lastIndexOf("-t") + 2)))
                .sorted()
                .toList();
    }

    private static List<Long> oneTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private Node scheduler(EmbeddedKafka kafka) {
        return new Node(
                JvmCommand.of(
                        SchedulerMain.class,
                        "--node",
                        "node-1",
                        "--zone",
                        ZONE.value(),
                        "--kafka",
                        kafka.bootstrap(),
                        "--parallel",
                        Integer.toString(MIGRATIONS)),
                folder.resolve("scheduler.log"));
    }

    private Node fleet(EmbeddedKafka kafka) {
        return new Node(
                JvmCommand.of(
                        SimulatedFleetMain.class,
                        "--hosts",
                        "2",
                        "--guests-per-host",
                        Integer.toString(MIGRATIONS),
                        "--nic-mbit",
                        "10000",
                        "--zone",
                        ZONE.value(),
                        "--kafka",
                        kafka.bootstrap(),
                        "--journal",
                        folder.resolve("journals").toString()),
                folder.resolve("fleet.log"));
    }
}
