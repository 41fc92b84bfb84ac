package dev.drover.cli.demo;

import dev.drover.cli.terminal.Screen;
import dev.drover.cli.zone.ZoneView;
import dev.drover.cli.zone.ZoneWatch;
import dev.drover.deploy.kafka.BrokerArguments;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import java.nio.file.Path;
import java.util.List;

/** A dozen hosts that exist only in memory, with a real Kafka and real processes around them. */
final class SimulatedStage implements Stage {
    private static final ZoneId ZONE = new ZoneId("demo");
    private static final HostId DRAINED = new HostId("h1");
    private static final int HOSTS = 12;
    private static final int GUESTS_PER_HOST = 4;
    private static final int NIC_MEGABITS = 25_000;

    private final Backstage backstage;
    private final ZoneLayout layout;

    SimulatedStage(Path folder, Screen screen) {
        screen.say("starting Kafka, a scheduler and " + HOSTS + " simulated hosts (logs in " + folder + ")");
        this.backstage = new Backstage(folder, ZONE, BrokerArguments.in(folder.resolve("kafka")));
        Backstage.awaitReady(List.of(backstage.scheduler(new NodeId("node-1"))));
        this.layout = backstage.layout();
        Backstage.awaitReady(List.of(backstage.simulatedFleet(HOSTS, GUESTS_PER_HOST, NIC_MEGABITS)));
    }

    @Override
    public Scene scene() {
        return new Scene(backstage.kafka(), layout, HOSTS, DRAINED);
    }

    @Override
    public void disturb(ZoneWatch watch) {}

    @Override
    public List<String> complaints(ZoneView view) {
        return List.of();
    }

    @Override
    public void close() {
        backstage.close();
    }
}
