package dev.drover.cli.failover;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** What somebody does to a topic while zones run. */
final class Settings {
    private Settings() {}

    static void set(String bootstrap, String topic, String name, String value) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var unused = admin.incrementalAlterConfigs(Map.of(resource, List.of(set)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(name + " of " + topic + " could not be set", failed);
        }
    }
}
