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
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                        Topics.ZONES,
                        1,
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
                        1,
                        Topics.NODES,
                        1));
        assertThat(setting(Topics.EVENTS, "retention.ms")).isEqualTo("-1");
        assertThat(setting(Topics.EVENTS, "retention.bytes")).isEqualTo("-1");
        assertThat(setting(Topics.EVENTS, "cleanup.policy")).isEqualTo("delete");
        assertThat(setting(Topics.ZONES, "cleanup.policy")).isEqualTo("compact");
        assertThat(setting(Topics.SNAPSHOTS, "cleanup.policy")).isEqualTo("compact");
    }

    @Test
    void what_is_kept_for_some_time_is_kept_from_its_arrival_on_whatever_its_authors_clock_says() throws Exception {
        TopicSetup.ensure(bootstrap, LAYOUT);
        for (String topic : List.of(Topics.INBOX, Topics.COMMANDS, Topics.TELEMETRY, Topics.DEAD_LETTERS)) {
            assertThat(setting(topic, "message.timestamp.type")).as(topic).isEqualTo("LogAppendTime");
        }
    }

    @Test
    void what_is_there_already_is_left_as_it_is() throws Exception {
        ZoneTopics.create(bootstrap, new NewTopic(Topics.INBOX, 7, (short) 1));
        TopicSetup.ensure(bootstrap, LAYOUT);
        TopicSetup.ensure(bootstrap, LAYOUT);
        assertThat(partitions()).containsEntry(Topics.INBOX, 7);
    }

    @Test
    void what_has_too_few_partitions_is_given_more() throws Exception {
        TopicSetup.ensure(bootstrap);
        TopicSetup.ensure(bootstrap, LAYOUT, new ZoneLayout(new ZoneId("z2"), 4, List.of(7)));
        assertThat(partitions())
                .containsEntry(Topics.INBOX, 5)
                .containsEntry(Topics.EVENTS, 5)
                .containsEntry(Topics.SNAPSHOTS, 5)
                .containsEntry(Topics.COMMANDS, 8)
                .containsEntry(Topics.TELEMETRY, 8)
                .containsEntry(Topics.ZONES, 1)
                .containsEntry(Topics.DEAD_LETTERS, 1);
    }

    @ParameterizedTest(name = "{0} with {1}={2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "drover.events | retention.ms | 86400000 | so events would be forgotten; set it to -1",
                "drover.events | retention.bytes | 1000000 | so events would be forgotten; set it to -1",
                "drover.events | cleanup.policy | compact | so events would be forgotten; set it to delete",
                "drover.events | cleanup.policy | compact,delete | so events would be forgotten; set it to delete",
                "drover.events | max.message.bytes | 600000 | so large records would be refused; set it to 655360 or more",
                "drover.events | min.insync.replicas | 2 | so nothing could be written, since it has 1 replica(s); set it "
                        + "to 1 or less, or give the topic more replicas",
                "drover.inbox | retention.ms | 86399999 | so inputs would be lost while a zone has no owner for a day; "
                        + "set it to 86400000 or more, or to -1",
                "drover.inbox | retention.bytes | 5000000 | so inputs would be lost before they are answered; set it to -1",
                "drover.inbox | cleanup.policy | compact | so inputs would be lost before they are answered; set it to "
                        + "delete",
                "drover.commands | retention.ms | 3599999 | so commands would be lost while an agent is away for an hour; "
                        + "set it to 3600000 or more, or to -1",
                "drover.commands | retention.bytes | 9 | so commands would be lost before their agent reads them; set it "
                        + "to -1",
                "drover.commands | cleanup.policy | compact | so commands would be lost before their agent reads them; "
                        + "set it to delete",
                "drover.snapshots | cleanup.policy | delete | so snapshots would be forgotten or never tidied up; set it "
                        + "to compact",
                "drover.snapshots | cleanup.policy | compact,delete | so snapshots would be forgotten or never tidied up; "
                        + "set it to compact",
                "drover.zones | cleanup.policy | delete | so zones would be forgotten or their earlier entries kept; set "
                        + "it to compact",
                "drover.telemetry | max.message.bytes | 1000 | so large records would be refused; set it to 655360 or more",
                "drover.deadletters | max.message.bytes | 1000 | so large records would be refused; set it to 655360 or "
                        + "more",
            })
    void a_setting_that_would_break_a_promise_stops_the_start(
            String topic, String setting, String value, String objection) {
        Map<String, String> settings = new TreeMap<>(Map.of(setting, value));
        settings.putIfAbsent("cleanup.policy", isCompacted(topic) ? "compact" : "delete");
        settings.putIfAbsent("retention.ms", "-1");
        ZoneTopics.create(bootstrap, new NewTopic(topic, 1, (short) 1).configs(settings));
        assertThatThrownBy(() -> TopicSetup.ensure(bootstrap, LAYOUT))
                .isInstanceOf(ZoneLogException.class)
                .hasMessage("topic " + topic + ": " + setting + " is " + value + ", " + objection);
    }

    @Test
    void a_zone_table_in_several_partitions_stops_the_start() {
        ZoneTopics.create(
                bootstrap, new NewTopic(Topics.ZONES, 3, (short) 1).configs(Map.of("cleanup.policy", "compact")));
        assertThatThrownBy(() -> TopicSetup.ensure(bootstrap, LAYOUT))
                .isInstanceOf(ZoneLogException.class)
                .hasMessage("topic drover.zones: the number of partitions is 3, so zones could be enrolled past each "
                        + "other; create it anew with one, before any other topic");
    }

    @Test
    void all_that_is_wrong_is_said_at_once_a_line_each() {
        ZoneTopics.create(
                bootstrap,
                new NewTopic(Topics.INBOX, 1, (short) 1)
                        .configs(Map.of("cleanup.policy", "compact", "retention.ms", "1")));
        ZoneTopics.create(
                bootstrap, new NewTopic(Topics.EVENTS, 1, (short) 1).configs(Map.of("retention.ms", "60000")));
        assertThatThrownBy(() -> TopicSetup.ensure(bootstrap, LAYOUT))
                .hasMessageMatching("topic drover.inbox: cleanup.policy is .*\\Rtopic drover.inbox: retention.ms is .*"
                        + "\\Rtopic drover.events: retention.ms is .*");
    }

    @Test
    void what_is_no_address_is_said_to_be_none() {
        assertThatThrownBy(() -> TopicSetup.ensure("nonsense", LAYOUT))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("kafka is 'nonsense': ")
                .hasMessageContaining("nonsense");
    }

    private static boolean isCompacted(String topic) {
        return topic.equals(Topics.ZONES) || topic.equals(Topics.SNAPSHOTS);
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
