package dev.drover.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.cli.lab.Lab;
import dev.drover.cli.lab.LabException;
import dev.drover.cli.lab.LabHost;
import dev.drover.cli.terminal.Screen;
import dev.drover.cli.zone.ZoneView;
import dev.drover.cli.zone.ZoneWatch;
import dev.drover.deploy.kafka.BrokerArguments;
import dev.drover.deploy.process.ChildJvm;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Real libvirt and QEMU on hosts of a lab of its own, two schedulers, and trouble on purpose. */
final class LabStage implements Stage {
    private static final ZoneId ZONE = new ZoneId("demo");
    private static final HostId DRAINED = new HostId("h1");
    private static final int HOSTS = 4;
    private static final int GUESTS = 6;
    private static final int NIC_MEGABITS = 100;
    private static final int GUEST_MEBIBYTES = 64;

    private final Lab lab = Lab.here().named("demo", "10.96", "10.95");
    private final Thread atCtrlC = Thread.ofPlatform().unstarted(() -> lab.run("down"));
    private final Screen screen;
    private final Map<HostId, LabHost> hosts = new HashMap<>();
    private final Map<HostId, ChildJvm> agents = new HashMap<>();
    private final Map<NodeId, ChildJvm> schedulers = new HashMap<>();
    private final Backstage backstage;
    private final ZoneLayout layout;

    LabStage(Path folder, Screen screen) {
        this.screen = screen;
        screen.say("preparing a lab of " + HOSTS + " real libvirt hosts (logs in " + folder + ")");
        must("prepare");
        lab.run("down");
        Runtime.getRuntime().addShutdownHook(atCtrlC);
        must("up", "--hosts", HOSTS + "", "--racks", "2", "--nic-mbit", NIC_MEGABITS + "");
        try {
            lab.hosts().forEach(host -> hosts.put(host.host(), host));
            screen.say("starting " + GUESTS + " guests of " + GUEST_MEBIBYTES + " MiB on " + DRAINED);
            startGuests();
            screen.say("starting Kafka, two schedulers and an agent on every host");
            this.backstage = new Backstage(
                    folder, ZONE, BrokerArguments.in(folder.resolve("kafka")).reachedBy(lab.machineIp()));
            startDrover();
            this.layout = backstage.layout();
        } catch (RuntimeException failed) {
            down();
            throw failed;
        }
    }

    @Override
    public Scene scene() {
        return new Scene(backstage.kafka(), layout, HOSTS, DRAINED);
    }

    @Override
    public void disturb(ZoneWatch watch) {
        new Disturbance(watch, screen).killInTheMiddle(this);
    }

    /** Kills the agent of the drained host without warning, and starts it again. */
    void killAgent() {
        known(agents, DRAINED).kill();
        agents.put(DRAINED, agent(known(hosts, DRAINED)));
    }

    /** Kills the scheduler that owns the zone without warning; the other one has to notice by itself. */
    void killScheduler(NodeId owner) {
        known(schedulers, owner).kill();
    }

    @Override
    public List<String> complaints(ZoneView view) {
        List<String> complaints = new ArrayList<>();
        view.stories().values().stream()
                .filter(story -> story.attempts() != 1)
                .forEach(story -> complaints.add(
                        story.plan().name() + " was started " + story.attempts() + " times, so it was not adopted"));
        JsonNode verdicts = lab.check();
        if (verdicts.size() != GUESTS) {
            complaints.add("of " + GUESTS + " guests the lab finds " + verdicts.size());
        }
        for (JsonNode verdict : verdicts) {
            screen.say("guest " + verdict.path("name").asText() + " says: " + verdict);
            if (!verdict.path("ok").asBoolean()) {
                complaints.add("guest " + verdict.path("name").asText() + " is not well: " + verdict);
            }
        }
        String defined = lab.run("exec", DRAINED.value(), "virsh", "list", "--all", "--name")
                .strip();
        if (!defined.isEmpty()) {
            complaints.add(DRAINED + " still has " + defined.replace('\n', ' '));
        }
        return complaints;
    }

    @Override
    public void close() {
        try {
            backstage.close();
        } finally {
            down();
        }
        lab.run("leftovers");
        screen.say("the lab is down; nothing of it is left");
    }

    private void down() {
        lab.run("down");
        Runtime.getRuntime().removeShutdownHook(atCtrlC);
    }

    private void startGuests() {
        List<CompletableFuture<String>> starts = IntStream.rangeClosed(1, GUESTS)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> startGuest("g" + number),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        starts.forEach(CompletableFuture::join);
    }

    private String startGuest(String name) {
        String memory = Integer.toString(GUEST_MEBIBYTES);
        return lab.run(
                "vm", "start", DRAINED.value(), name, "--memory", memory, "--dirty-mb", "4", "--dirty-rate", "1");
    }

    private void startDrover() {
        for (String node : List.of("node-1", "node-2")) {
            NodeId name = new NodeId(node);
            schedulers.put(name, backstage.scheduler(name));
        }
        Backstage.awaitReady(List.copyOf(schedulers.values()));
        hosts.forEach((name, host) -> agents.put(name, agent(host)));
        Backstage.awaitReady(List.copyOf(agents.values()));
    }

    private ChildJvm agent(LabHost host) {
        return backstage.agent(host, lab.prefix(host), NIC_MEGABITS);
    }

    private void must(String... arguments) {
        int code = lab.show(List.of(arguments));
        if (code != 0) {
            throw new LabException("the lab can't be used; it has said why above", code);
        }
    }

    private static <K, V> V known(Map<K, V> all, K name) {
        return Optional.ofNullable(all.get(name)).orElseThrow(() -> new IllegalStateException("no " + name));
    }
}
