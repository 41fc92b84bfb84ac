package dev.drover.scheduler.app;

import dev.drover.deploy.process.JvmCommand;
import dev.drover.scheduler.adapter.http.Listen;
import dev.drover.scheduler.adapter.kafka.LostInputs;
import dev.drover.scheduler.adapter.kafka.Session;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.policy.ZonePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** The group of scheduler nodes as Kafka sees it, and how to start a node in a process of its own. */
final class SchedulerGroup {
    private static final String GROUP = "drover-schedulers";

    private SchedulerGroup() {}

    static int members(String bootstrap) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            return admin.describeConsumerGroups(List.of(GROUP))
                    .describedGroups()
                    .get(GROUP)
                    .get()
                    .members()
                    .size();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError("the group can't be looked at", failed);
        }
    }

    /** A node in this process, that enrols these zones. */
    static SchedulerNode node(String bootstrap, String name, ZoneId... enrolled) {
        return new SchedulerNode(new SchedulerSettings(
                bootstrap,
                new NodeId(name),
                List.of(enrolled),
                ZonePolicy.standard(),
                Session.USUAL,
                LostInputs.HALT,
                2,
                Listen.ANYWHERE_HERE,
                Optional.empty()));
    }

    static JvmCommand scheduler(String bootstrap, String node, ZoneLayout layout) {
        String zone = layout.zone().value();
        return JvmCommand.of(SchedulerMain.class, "--node", node, "--zone", zone, "--kafka", bootstrap)
                .withJvmFlags("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }
}
