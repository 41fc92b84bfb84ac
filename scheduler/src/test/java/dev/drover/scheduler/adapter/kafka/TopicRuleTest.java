package dev.drover.scheduler.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What needs more than the one broker that other tests have. */
class TopicRuleTest {
    @Test
    void a_topic_with_copies_must_not_be_led_by_a_stale_one() {
        FoundTopic risky = topic(3, Map.of("unclean.leader.election.enable", "true"));

        assertThat(TopicRule.neverLedByAStaleReplica().objection(risky))
                .contains(
                        "unclean.leader.election.enable is true, so what was acknowledged could be lost with a broker; "
                                + "set it to false");
        assertThat(TopicRule.neverLedByAStaleReplica().objection(topic(3, Map.of())))
                .isEmpty();
    }

    @Test
    void a_topic_without_copies_has_no_stale_one() {
        FoundTopic single = topic(1, Map.of("unclean.leader.election.enable", "true"));

        assertThat(TopicRule.neverLedByAStaleReplica().objection(single)).isEmpty();
    }

    @Test
    void as_many_copies_may_be_asked_for_as_there_are() {
        assertThat(TopicRule.writable().objection(topic(3, Map.of("min.insync.replicas", "3"))))
                .isEmpty();
        assertThat(TopicRule.writable().objection(topic(2, Map.of("min.insync.replicas", "3"))))
                .contains(
                        "min.insync.replicas is 3, so nothing could be written, since it has 2 replica(s); set it to 2 "
                                + "or less, or give the topic more replicas");
    }

    private static FoundTopic topic(int replicas, Map<String, String> settings) {
        return new FoundTopic("drover.events", 1, replicas, new TreeMap<>(settings));
    }
}
