package dev.drover.scheduler.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.scheduler.engine.Await;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaBroker.class)
class TopicWatchTest {
    private static final ZoneLayout LAYOUT = ZoneLayout.only(new ZoneId("z1"));

    private final String bootstrap;

    TopicWatchTest(EmbeddedKafka kafka) {
        this.bootstrap = kafka.bootstrap();
    }

    @Test
    void a_topic_that_was_deleted_is_named_until_it_is_back() throws Exception {
        ZoneTopics.removeAll(bootstrap);
        TopicSetup.ensure(bootstrap, LAYOUT);
        try (Admin kafka = Admin.create(Map.of("bootstrap.servers", bootstrap));
                KafkaAdmin admin = KafkaAdmin.connect(bootstrap)) {
            TopicWatch watch = new TopicWatch(admin);
            assertThat(watch.look()).isEmpty();

            kafka.deleteTopics(List.of(Topics.SNAPSHOTS)).all().get();
            Await.until("a word", () -> !watch.look().isEmpty());
            assertThat(watch.look())
                    .singleElement()
                    .asString()
                    .contains("topic " + Topics.SNAPSHOTS + " is gone")
                    .contains("must be put back");

            TopicSetup.ensure(bootstrap, LAYOUT);
            Await.until("relief", () -> watch.look().isEmpty());
        }
    }
}
