package dev.drover.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drover.cli.zone.ZoneClient;
import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write can be read without us. */
@Tag("lab")
class KcatTest {
    @Test
    void aRecordIsPlainJsonWithCloudEventsHeaders(@TempDir Path folder) throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            createInbox(kafka.bootstrap());
            submit(kafka.bootstrap());

            JsonNode record = new ObjectMapper().readTree(kcat(kafka.bootstrap()));

            List<String> headers =
                    record.path("headers").valueStream().map(JsonNode::asText).toList();
            assertThat(headers)
                    .containsSequence("ce_specversion", "1.0")
                    .containsSequence("ce_id", "drain-1")
                    .containsSequence("ce_type", "dev.drover.intent.evacuate-hosts")
                    .containsSequence("ce_time", "2026-01-31T12:00:00Z")
                    .containsSequence("ce_actor", "operator:anna")
                    .containsSequence("content-type", "application/json");
            assertThat(new ObjectMapper().readTree(record.path("payload").asText()))
                    .isEqualTo(new ObjectMapper().readTree("""
                            {"intent":"drain-1","target":{"kind":"hosts","hosts":["h1"]},
                             "priority":"NORMAL","afterwards":"STAY"}"""));
        }
    }

    private static void createInbox(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(Topics.INBOX, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void submit(String bootstrap) {
        try (ZoneClient client = new ZoneClient(bootstrap, ZoneLayout.only(new ZoneId("z1")))) {
            client.submit(
                    EvacuateHosts.of(new IntentId("drain-1"), new HostId("h1")),
                    Actor.operator("anna"),
                    Optional.empty(),
                    Instant.parse("2026-01-31T12:00:00Z"));
        }
    }

    private static String kcat(String bootstrap) throws Exception {
        Process kcat = new ProcessBuilder(
                        "kcat", "-q", "-J", "-b", bootstrap, "-C", "-e", "-c", "1", "-t", Topics.INBOX)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(kcat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kcat.waitFor()).isZero();
        return out;
    }
}
