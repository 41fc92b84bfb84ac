package dev.drover.scheduler.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.drover.deploy.kafka.EmbeddedKafka;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaBroker.class)
class BrokerCheckTest {
    private final EmbeddedKafka kafka;

    BrokerCheckTest(EmbeddedKafka kafka) {
        this.kafka = kafka;
    }

    @Test
    void the_broker_of_a_small_installation_allows_the_usual_session_and_the_shortest() {
        assertThatCode(() -> BrokerCheck.ensure(kafka.bootstrap(), Session.USUAL))
                .doesNotThrowAnyException();
        assertThatCode(() -> BrokerCheck.ensure(kafka.bootstrap(), new Session(Duration.ofSeconds(1))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_broker_that_refuses_short_sessions_is_named_with_both_cures() {
        assertThat(objections(Session.USUAL, new ConfigEntry("group.min.session.timeout.ms", "6000")))
                .containsExactly(
                        "broker 7: group.min.session.timeout.ms is 6000, so it refuses a session of 3000 ms; set "
                                + "group.min.session.timeout.ms, which is 6000 by default, to 1000 on every broker, or start "
                                + "every scheduler with a longer --session-timeout and have zones wait that long after a crash");
        assertThat(objections(
                        new Session(Duration.ofSeconds(6)), new ConfigEntry("group.min.session.timeout.ms", "6000")))
                .isEmpty();
    }

    @Test
    void a_broker_that_refuses_long_sessions_is_named() {
        assertThat(objections(
                        new Session(Duration.ofMinutes(5)), new ConfigEntry("group.max.session.timeout.ms", "60000")))
                .containsExactly(
                        "broker 7: group.max.session.timeout.ms is 60000, so it refuses a session of 300000 ms; "
                                + "raise it on every broker, or start every scheduler with a shorter --session-timeout");
    }

    @Test
    void a_broker_that_refuses_our_transactions_is_named() {
        assertThat(objections(Session.USUAL, new ConfigEntry("transaction.max.timeout.ms", "14999")))
                .containsExactly(
                        "broker 7: transaction.max.timeout.ms is 14999, so it refuses our transactions; set it "
                                + "to 15000 or more on every broker");
    }

    private static List<String> objections(Session session, ConfigEntry... settings) {
        return BrokerCheck.objections("7", new Config(Stream.of(settings).toList()), session)
                .toList();
    }
}
