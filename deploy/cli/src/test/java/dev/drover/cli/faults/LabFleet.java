package dev.drover.cli.faults;

import dev.drover.agent.app.AgentMain;
import dev.drover.cli.lab.Lab;
import dev.drover.cli.lab.LabHost;
import dev.drover.cli.process.Footprint;
import dev.drover.cli.process.Node;
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
import dev.drover.schema.intent.ChangePolicy;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.transfer.OwnDisks;
import dev.drover.schema.transfer.TransferOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A lab's hosts with an agent each, a broker and two schedulers, every one a process of its own. */
final class LabFleet implements AutoCloseable {
    private static final ZoneId ZONE = new ZoneId("faults");
    private static final int NIC_MEGABITS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Lab lab = Lab.of(Path.of("..", "..")).named("faults", "10.94", "10.93");
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Path folder;
    private final EmbeddedKafka kafka;
    private final SortedMap<String, Node> schedulers = new TreeMap<>();
    private final SortedMap<HostId, Node> agents = new TreeMap<>();
    private final ZoneWatch watch;
    private final ZoneClient client;

    LabFleet(Path folder, int hosts) {
        this.folder = folder;
        lab.run("down");
        open.push(() -> {
            lab.run("down");
            lab.run("leftovers");
        });
        try {
            lab.run("up", "--hosts", "" + hosts, "--racks", "1", "--nic-mbit", "" + NIC_MEGABITS, "--uplink-mbit", "0");
            this.kafka = opened(EmbeddedKafka.start(
                    BrokerArguments.in(folder.resolve("kafka")).reachedBy(lab.machineIp())));
            for (String name : List.of("node-1", "node-2")) {
                schedulers.put(name, opened(new Node(scheduler(name), folder.resolve(name + ".log"))));
            }
            schedulers.values().forEach(Node::awaitReady);
            for (LabHost host : lab.hosts()) {
                Path log = folder.resolve("agent-" + host.host() + ".log");
                agents.put(host.host(), opened(new Node(agent(host), log)));
            }
            agents.values().forEach(Node::awaitReady);
            ZoneLayout layout = ZoneDirectory.find(kafka.bootstrap(), ZONE, PATIENCE);
            this.watch = opened(new ZoneWatch(kafka.bootstrap(), layout));
            this.client = opened(new ZoneClient(kafka.bootstrap(), layout));
            watch.await(
                    hosts + " hosts",
                    PATIENCE,
                    view -> view.state().inventory().hosts().size() == hosts);
            askOftener();
        } catch (RuntimeException | AssertionError failed) {
            close();
            throw failed;
        }
    }

    /**
     * A test can't wait for as long as an operator would like to be left in peace; and an agent that is begun while all
     * else begins takes longer than it should.
     */
    private void askOftener() {
        ZonePolicy usual = ZonePolicy.standard();
        ZonePolicy impatient = new ZonePolicy(
                usual.parallelOut(),
                usual.parallelIn(),
                usual.linkSharePercent(),
                usual.quantum(),
                Duration.ofSeconds(60),
                usual.giveUpAfter(),
                Duration.ofSeconds(5),
                usual.attempts(),
                usual.retryAfter(),
                Duration.ofSeconds(10),
                usual.questionsBeforeOperator(),
                usual.skew(),
                TransferOptions.PLAIN.allowingPostCopy().withDisks(OwnDisks.GO));
        client.submit(
                new ChangePolicy(new IntentId("impatience"), impatient),
                Actor.operator("faults"),
                Optional.empty(),
                Instant.now());
        watch.await(
                "the policy", PATIENCE, view -> view.state().rules().policy().equals(Optional.of(impatient)));
    }

    Lab lab() {
        return lab;
    }

    EmbeddedKafka kafka() {
        return kafka;
    }

    ZoneWatch watch() {
        return watch;
    }

    ZoneClient client() {
        return client;
    }

    Node agent(HostId host) {
        return agents.get(host);
    }

    /** What each agent's process holds in memory, in MiB. */
    List<Long> footprints() {
        return agents.values().stream()
                .map(agent -> new Footprint(agent.pid()).mebibytes())
                .toList();
    }

    /** The scheduler that owns the zone. */
    Node owner() {
        return schedulers.get(watch.view().owner().orElseThrow().value());
    }

    /** Where a host's agent keeps its journal. */
    Path journal(HostId host) {
        return folder.resolve("journal-" + host);
    }

    @Override
    public void close() {
        AssertionError trouble = new AssertionError("not everything could be ended");
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (Exception | AssertionError failed) {
                trouble.addSuppressed(failed);
            }
        }
        if (trouble.getSuppressed().length > 0) {
            throw trouble;
        }
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.push(one);
        return one;
    }

    private JvmCommand scheduler(String name) {
        return JvmCommand.of(SchedulerMain.class, "--node", name, "--zone", ZONE.value(), "--kafka", kafka.bootstrap());
    }

    private JvmCommand agent(LabHost host) {
        return JvmCommand.of(
                        AgentMain.class,
                        "--host",
                        host.host().value(),
                        "--zone",
                        ZONE.value(),
                        "--kafka",
                        kafka.bootstrap(),
                        "--journal",
                        journal(host.host()).toString(),
                        "--libvirt",
                        host.libvirtUri(),
                        "--migration-uri",
                        host.migrationUri().value(),
                        "--nic-mbit",
                        Integer.toString(NIC_MEGABITS))
                .withPrefix(lab.prefix(host).toArray(String[]::new));
    }
}
