package dev.drover.scheduler.adapter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.NodeEntry;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import java.net.URI;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaBroker.class)
class NodeDirectoryTest {
    private static final NodeId FIRST = new NodeId("node-1");
    private static final NodeId SECOND = new NodeId("node-2");

    private final String bootstrap;

    NodeDirectoryTest(EmbeddedKafka kafka) {
        this.bootstrap = kafka.bootstrap();
    }

    @BeforeEach
    void createTopics() {
        ZoneTopics.removeAll(bootstrap);
        TopicSetup.ensure(bootstrap, new ZoneLayout[0]);
    }

    @Test
    void what_a_node_said_last_counts_whenever_one_looks() {
        try (NodeDirectory directory = new NodeDirectory(bootstrap)) {
            assertThat(directory.find(FIRST)).isEmpty();
            say(FIRST, "http://127.0.0.1:1000");
            assertThat(directory.find(FIRST)).contains(URI.create("http://127.0.0.1:1000"));
            say(SECOND, "http://127.0.0.1:2000");
            say(FIRST, "http://127.0.0.1:1001");
            assertThat(directory.find(FIRST)).contains(URI.create("http://127.0.0.1:1001"));
            assertThat(directory.find(SECOND)).contains(URI.create("http://127.0.0.1:2000"));
        }
        try (NodeDirectory later = new NodeDirectory(bootstrap)) {
            assertThat(later.find(FIRST)).contains(URI.create("http://127.0.0.1:1001"));
        }
    }

    @Test
    void an_entry_that_cannot_be_read_costs_nobody_else_an_address() {
        say(FIRST, "http://127.0.0.1:1000");
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(ClientSettings.producer(bootstrap))) {
            producer.send(new ProducerRecord<>(Topics.NODES, 0, "node-2", "somewhere".getBytes(UTF_8)));
            producer.send(new ProducerRecord<>(Topics.NODES, 0, "node-2", null));
        }
        say(new NodeId("node-3"), "http://127.0.0.1:3000");
        try (NodeDirectory directory = new NodeDirectory(bootstrap)) {
            assertThat(directory.find(SECOND)).isEmpty();
            assertThat(directory.find(FIRST)).isPresent();
            assertThat(directory.find(new NodeId("node-3"))).isPresent();
        }
    }

    private void say(NodeId node, String address) {
        NodeDirectory.announce(bootstrap, new NodeEntry(node, URI.create(address)));
    }
}
