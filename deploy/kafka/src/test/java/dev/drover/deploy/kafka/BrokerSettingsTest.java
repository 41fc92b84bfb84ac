package dev.drover.deploy.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {
    private final Properties settings = BrokerSettings.of(
            BrokerArguments.in(Path.of("/d")).reachedBy("machine"), Path.of("/d/data"), new PortChoice(15_000, 15_001));

    @Test
    void kafka_knows_every_setting_and_accepts_its_value() {
        assertThat(AbstractKafkaConfig.CONFIG_DEF.names()).containsAll(settings.stringPropertyNames());
        assertThat(KafkaConfig.fromProps(settings, false).nodeId()).isEqualTo(1);
    }

    @Test
    void clients_are_sent_to_the_advertised_address_and_the_controller_is_for_the_node_alone() {
        assertThat(settings)
                .containsEntry("listeners", "PLAINTEXT://0.0.0.0:15000,CONTROLLER://127.0.0.1:15001")
                .containsEntry("advertised.listeners", "PLAINTEXT://machine:15000")
                .containsEntry("controller.quorum.voters", "1@127.0.0.1:15001");
    }

    @Test
    void nothing_waits_for_a_second_copy() {
        assertThat(settings.stringPropertyNames())
                .filteredOn(
                        name -> name.endsWith("replication.factor") || name.endsWith(".isr") || name.contains("insync"))
                .hasSizeGreaterThanOrEqualTo(7)
                .allSatisfy(name -> assertThat(settings).containsEntry(name, "1"));
    }

    @Test
    void no_topic_appears_by_itself_and_no_record_disappears_unless_its_topic_says_so() {
        assertThat(settings)
                .containsEntry("auto.create.topics.enable", "false")
                .containsEntry("log.retention.ms", "-1");
    }
}
