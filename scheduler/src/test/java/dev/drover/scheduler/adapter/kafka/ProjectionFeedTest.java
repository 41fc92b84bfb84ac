package dev.drover.scheduler.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.Recording;
import dev.drover.scheduler.engine.Await;
import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.LoggedEvent;
import dev.drover.scheduler.engine.Projection;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.EventMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaBroker.class)
class ProjectionFeedTest {
    private static final ZoneLayout LAYOUT = ZoneLayout.only(Fleet.ZONE);
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final String bootstrap;
    private final List<EventMessage> events = Recording.run().log();
    private final Scribe scribe = new Scribe();

    ProjectionFeedTest(EmbeddedKafka kafka) {
        this.bootstrap = kafka.bootstrap();
    }

    /** Writes down what it hears, unless it is told to break. */
    private static final class Scribe implements Projection {
        private final List<EventMessage> heard = new ArrayList<>();
        private boolean breaks;

        @Override
        public String name() {
            return "scribe";
        }

        @Override
        public void take(List<LoggedEvent> next) {
            next.forEach(event -> heard.add(event.event()));
            if (breaks) {
                throw new IllegalStateException("the disk is full");
            }
        }
    }

    @BeforeEach
    void newZone() {
        ZoneTopics.removeAll(bootstrap);
        TopicSetup.ensure(bootstrap, LAYOUT);
    }

    @Test
    void every_event_is_heard_in_order_and_the_next_process_goes_on_behind_them() {
        write(events.subList(0, 7));
        hear(7);
        write(events.subList(7, events.size()));
        hear(events.size());
        assertThat(scribe.heard).isEqualTo(events);
    }

    @Test
    void what_was_not_taken_in_is_heard_again() {
        write(events.subList(0, 7));
        scribe.breaks = true;
        try (ProjectionFeed feed = new ProjectionFeed(bootstrap, LAYOUT, scribe)) {
            assertThatThrownBy(() -> Await.until("the helping", () -> feed.feed(MOMENT) > 0))
                    .hasMessage("the disk is full");
            assertThat(feed.stored()).isEqualTo(LogPosition.START);
        }
        scribe.breaks = false;
        hear(14);
        assertThat(scribe.heard.subList(7, 14)).isEqualTo(events.subList(0, 7));
    }

    private void hear(int inAll) {
        try (ProjectionFeed feed = new ProjectionFeed(bootstrap, LAYOUT, scribe)) {
            Await.until(inAll + " events", () -> {
                feed.feed(MOMENT);
                return scribe.heard.size() >= inAll;
            });
        }
    }

    private void write(List<EventMessage> some) {
        try (KafkaZoneLog log = new KafkaZoneLog(
                bootstrap, LAYOUT, LostInputs.HALT, () -> new ConsumerGroupMetadata("projection-feed-test"))) {
            log.fence();
            log.commit(new Batch(Optional.empty(), some, List.of(), List.of(), List.of()));
        }
    }
}
