package dev.drover.scheduler.adapter.akka;

import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AskPattern;
import com.typesafe.config.ConfigFactory;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.Messages;
import dev.drover.scheduler.engine.Await;
import dev.drover.scheduler.engine.CommitResult;
import dev.drover.scheduler.engine.Engines;
import dev.drover.scheduler.engine.MemoryBroker;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.scheduler.engine.ZoneOwner;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.report.InventoryReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Zones under their node's guardian, over a log in memory. */
class ZoneActorTest {
    private static final ZoneLayout LAYOUT = ZoneLayout.only(Fleet.ZONE);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final MemoryBroker broker = new MemoryBroker();
    private final Messages messages = new Messages();
    private final ActorSystem<NodeActor.Message> node = ActorSystem.create(
            NodeActor.create(zone -> zoneActor()), "zone-actor-test", ConfigFactory.load("drover-scheduler"));

    @AfterEach
    void stop() {
        node.terminate();
        node.getWhenTerminated().toCompletableFuture().join();
    }

    @Test
    void an_owned_zone_is_taken_over_and_then_answers_its_inbox() {
        own();
        broker.tell(messages.report(id("h1"), new InventoryReport(host("h1", 64))));
        Await.until("the inventory", () -> recorded() == 1);
        assertThat(takeovers()).isEqualTo(1);
    }

    @Test
    void a_zone_that_is_owned_already_is_not_begun_twice() {
        own();
        node.tell(new NodeActor.Own(LAYOUT));
        release().join();
        assertThat(broker.history()).containsExactly("open 1", "close 1");
    }

    @Test
    void a_release_is_answered_once_the_log_is_closed() {
        own();
        release().join();
        assertThat(broker.history()).containsExactly("open 1", "close 1");
        assertThat(takeovers()).isEqualTo(1);
    }

    @Test
    void a_zone_that_is_not_owned_is_released_at_once() {
        release().join();
        assertThat(broker.history()).isEmpty();
    }

    @Test
    void a_released_zone_can_be_owned_again() {
        own();
        release().join();
        node.tell(new NodeActor.Own(LAYOUT));
        Await.until("the second takeover", () -> takeovers() == 2);
    }

    @Test
    void a_zone_that_comes_back_while_it_is_being_released_is_owned_again() {
        own();
        CountDownLatch stuck = new CountDownLatch(1);
        broker.nextCommit(() -> {
            await(stuck);
            return new CommitResult.Aborted("for the test");
        });
        broker.tell(messages.report(id("h1"), new InventoryReport(host("h1", 64))));
        CompletableFuture<Done> released = release();
        node.tell(new NodeActor.Own(LAYOUT));
        // Answered by the guardian itself, so what was told before has been heard.
        ask(new ZoneLayout(new ZoneId("other"), 1, List.of(1))).join();
        stuck.countDown();
        released.join();
        Await.until("the zone is owned again", () -> recorded() == 1 && takeovers() == 2);
    }

    @Test
    void a_lost_zone_is_taken_over_anew_over_a_new_log_after_the_old_one_was_closed_once() {
        own();
        broker.nextCommit(() -> new CommitResult.Lost("somebody was faster"));
        broker.tell(messages.report(id("h1"), new InventoryReport(host("h1", 64))));
        Await.until("the inventory, after a second takeover", () -> recorded() == 1 && takeovers() == 2);
        release().join();
        assertThat(broker.history()).containsExactly("open 1", "close 1", "open 2", "close 2");
    }

    @Test
    void a_zone_whose_log_breaks_is_taken_over_anew() {
        own();
        broker.nextPoll(new ZoneLogException("the broker is away"));
        Await.until("the second takeover", () -> takeovers() == 2);
        release().join();
        assertThat(broker.history()).containsExactly("open 1", "close 1", "open 2", "close 2");
    }

    @Test
    void a_takeover_that_fails_is_tried_until_it_works() {
        broker.nextCommit(() -> new CommitResult.Aborted("the group has rebalanced"));
        broker.nextCommit(() -> new CommitResult.Lost("the broker did not say"));
        own();
        assertThat(broker.history()).containsExactly("open 1", "close 1", "open 2", "close 2", "open 3");
    }

    @Test
    void an_aborted_batch_is_tried_again_by_the_same_owner() {
        own();
        broker.nextCommit(() -> new CommitResult.Aborted("the group has rebalanced"));
        broker.tell(messages.report(id("h1"), new InventoryReport(host("h1", 64))));
        Await.until("the inventory", () -> recorded() == 1);
        assertThat(broker.history()).containsExactly("open 1");
    }

    @Test
    void a_zone_that_waits_to_be_taken_over_anew_can_be_released() {
        own();
        for (int failure = 0; failure < 5; failure++) {
            broker.nextCommit(() -> new CommitResult.Lost("again and again"));
        }
        broker.tell(messages.report(id("h1"), new InventoryReport(host("h1", 64))));
        Await.until("three failed lives", () -> broker.history().contains("close 3"));
        release().join();
        assertThat(broker.history()).containsExactly("open 1", "close 1", "open 2", "close 2", "open 3", "close 3");
    }

    @Test
    void a_node_that_stops_while_a_zone_waits_to_be_taken_over_anew_closes_nothing_twice() {
        own();
        broker.nextCommit(() -> new CommitResult.Lost("somebody was faster"));
        broker.tell(messages.report(id("h1"), new InventoryReport(host("h1", 64))));
        Await.until("the end of the first life", () -> broker.history().contains("close 1"));
        stop();
        assertThat(broker.history()).containsExactly("open 1", "close 1");
    }

    @Test
    void a_node_that_stops_closes_what_it_owns() {
        own();
        stop();
        assertThat(broker.history()).containsExactly("open 1", "close 1");
    }

    private void own() {
        node.tell(new NodeActor.Own(LAYOUT));
        Await.until("the takeover", () -> takeovers() == 1);
    }

    private CompletableFuture<Done> release() {
        return ask(LAYOUT);
    }

    private CompletableFuture<Done> ask(ZoneLayout zone) {
        return AskPattern.<NodeActor.Message, Done>ask(
                        node, replyTo -> new NodeActor.Release(zone, replyTo), LIMIT, node.scheduler())
                .toCompletableFuture();
    }

    private long takeovers() {
        return broker.events().stream()
                .filter(event -> event.event() instanceof ZoneOwnershipTaken)
                .count();
    }

    private long recorded() {
        return broker.events().stream()
                .filter(event -> event.event() instanceof HostInventoryRecorded)
                .count();
    }

    private Behavior<ZoneActor.Message> zoneActor() {
        return ZoneActor.create(() -> new ZoneOwner(
                Fleet.ZONE,
                broker::log,
                log -> Engines.engine(log, InstantSource.system()),
                Optional::empty,
                Duration.ofMillis(200)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
