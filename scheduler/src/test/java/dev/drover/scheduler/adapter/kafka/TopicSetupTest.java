package dev.drover.scheduler.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaBroker.class)
class TopicSetupTest {
    private static final ZoneLayout LAYOUT = new ZoneLayout(new ZoneId("z1"), 1, List.of(4, 2, 3));

    private final String bootstrap;

    TopicSetupTest(EmbeddedKafka kafka) {
        this.bootstrap = kafka.bootstrap();
    }

    @BeforeEach
    void removeTopics() {
        ZoneTopics.removeAll(bootstrap);
    }

    @Test
    void what_is_missing_is_created_with_room_for_the_zone() throws Exception {
        TopicSetup.ensure(bootstrap, LAYOUT);
        assertThat(partitions())
                .isEqualTo(Map.of(
                        Topics.INBOX,
                        2,
                        Topics.EVENTS,
                        2,
                        Topics.COMMANDS,
                        5,
                        Topics.TELEMETRY,
                        5,
                        Topics.SNAPSHOTS,
                        2,
                        Topics.DEAD_LETTERS,
                        1));
        assertThat(setting(Topics.EVENTS, "retention.ms")).isEqualTo("-1");
        assertThat(setting(Topics.EVENTS, "retention.bytes")).isEqualTo("-1");
        assertThat(setting(Topics.EVENTS, "cleanup.policy")).isEqualTo("delete");
    }

    @Test
    void what_is_there_already_is_left_as_it_is() throws Exception {
        ZoneTopics.create(bootstrap, new NewTopic(Topics.INBOX, 7, (short) 1));
        TopicSetup.ensure(bootstrap, LAYOUT);
        TopicSetup.ensure(bootstrap, LAYOUT);
        assertThat(partitions()).containsEntry(Topics.INBOX, 7);
    }

    @Test
    void an_event_log_that_forgets_after_a_while_stops_the_start() {
        ZoneTopics.create(bootstrap, events(Map.of("retention.ms", "86400000")));
        assertThatThrownBy(() -> TopicSetup.ensure(bootstrap, LAYOUT))
                .isInstanceOf(ZoneLogException.class)
                .hasMessage("topic drover.events would forget events: {retention.ms=86400000}; set retention.ms and "
                        + "retention.bytes to -1 and cleanup.policy to delete");
    }

    @Test
    void an_event_log_that_forgets_when_it_grows_stops_the_start() {
        ZoneTopics.create(bootstrap, events(Map.of("retention.ms", "-1", "retention.bytes", "1000000")));
        assertThatThrownBy(() -> TopicSetup.ensure(bootstrap, LAYOUT))
                .hasMessageStartingWith("topic drover.events would forget events: {retention.bytes=1000000}; ");
    }

    @Test
    void an_event_log_that_keeps_only_the_last_event_of_each_zone_stops_the_start() {
        ZoneTopics.create(bootstrap, events(Map.of("retention.ms", "-1", "cleanup.policy", "compact")));
        assertThatThrownBy(() -> TopicSetup.ensure(bootstrap, LAYOUT))
                .hasMessageStartingWith("topic drover.events would forget events: {cleanup.policy=compact}; ");
    }

    @Test
    void too_few_partitions_stop_the_start() {
        ZoneTopics.create(bootstrap, new NewTopic(Topics.COMMANDS, 4, (short) 1));
        assertThatThrownBy(() -> TopicSetup.ensure(bootstrap, LAYOUT))
                .isInstanceOf(ZoneLogException.class)
                .hasMessage("topic drover.commands has 4 partitions; zone z1 needs 5: add partitions, or delete the "
                        + "topic if it is new");
    }

    @Test
    void what_is_no_address_is_said_to_be_none() {
        assertThatThrownBy(() -> TopicSetup.ensure("nonsense", LAYOUT))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("kafka is 'nonsense': ")
                .hasMessageContaining("nonsense");
    }

    private static NewTopic events(Map<String, String> settings) {
        return new NewTopic(Topics.EVENTS, 2, (short) 1).configs(settings);
    }

    private Map<String, Integer> partitions() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            return admin.describeTopics(Topics.ALL).allTopicNames().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            topic -> topic.getValue().partitions().size()));
        }
    }

    private String setting(String topic, String name) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }
}
