package dev.drover.scheduler.adapter.akka;

import static org.assertj.core.api.Assertions.assertThat;

import akka.Done;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.AskPattern;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.ConfigFactory;
import dev.drover.scheduler.engine.Await;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A node whose zones go wrong, one by one. */
class NodeActorTest {
    private static final ZoneTable TABLE =
            ZoneTable.EMPTY.with(new ZoneId("good")).with(new ZoneId("bad"));
    private static final ZoneLayout GOOD = TABLE.find(new ZoneId("good")).orElseThrow();
    private static final ZoneLayout BAD = TABLE.find(new ZoneId("bad")).orElseThrow();
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Map<ZoneLayout, List<Long>> starts = new ConcurrentHashMap<>();
    private final Map<ZoneLayout, Integer> stops = new ConcurrentHashMap<>();
    private final AtomicBoolean healed = new AtomicBoolean();
    private final AtomicBoolean late = new AtomicBoolean();
    private final Queue<CountDownLatch> slow = new ConcurrentLinkedQueue<>();
    private Supplier<Throwable> fault = () -> new IllegalStateException("for the test");
    private final ActorSystem<NodeActor.Message> node = ActorSystem.create(
            NodeActor.create(this::zoneActor, PAUSE), "node-actor-test", ConfigFactory.load("drover-scheduler"));

    @AfterEach
    void stop() {
        node.terminate();
        node.getWhenTerminated().toCompletableFuture().join();
    }

    static Stream<Arguments> faults() {
        return Stream.<Supplier<Throwable>>of(
                        () -> new IllegalStateException("for the test"),
                        () -> new AssertionError("for the test"),
                        () -> new StackOverflowError("for the test"),
                        () -> new NoClassDefFoundError("for the test"))
                .map(fault -> Arguments.argumentSet(fault.get().getClass().getSimpleName(), fault));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_zone_that_fails_at_every_start_is_begun_again_and_again_and_the_others_go_on(Supplier<Throwable> every) {
        fault = every;
        own(GOOD);
        own(BAD);
        Await.until("three tries", () -> starts(BAD).size() >= 3);

        assertThat(starts(GOOD)).hasSize(1);
        assertThat(stops).doesNotContainKey(GOOD);
        release(GOOD).join();
        own(GOOD);
        Await.until("the good zone is owned again", () -> starts(GOOD).size() == 2);
    }

    @Test
    void a_zone_that_fails_in_the_middle_of_its_work_lets_go_of_what_it_holds_before_it_is_begun_again() {
        late.set(true);
        own(BAD);
        Await.until("three tries", () -> starts(BAD).size() >= 3);

        assertThat(stops.get(BAD)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void the_pause_grows_with_every_failure() {
        own(BAD);
        Await.until("five tries", () -> starts(BAD).size() >= 5);

        List<Long> at = starts(BAD);
        for (int one = 1; one < 5; one++) {
            long waited = at.get(one) - at.get(one - 1);
            assertThat(waited).isGreaterThanOrEqualTo(PAUSE.toNanos() << (one - 1));
        }
    }

    @Test
    void a_zone_that_is_healed_stays() {
        own(BAD);
        Await.until("two tries", () -> starts(BAD).size() >= 2);
        healed.set(true);
        int tries = starts(BAD).size();
        Await.until("one more try", () -> starts(BAD).size() > tries);
        release(BAD).join();
        assertThat(stops).containsEntry(BAD, 1);
    }

    @Test
    void a_zone_that_pauses_can_be_released_and_is_not_begun_again() {
        own(BAD);
        Await.until("four tries, so that a pause is long", () -> starts(BAD).size() >= 4);
        release(BAD).join();
        int tries = starts(BAD).size();
        own(GOOD);
        release(GOOD).join();
        healed.set(true);
        own(BAD);
        Await.until("one more try, for its new tenure", () -> starts(BAD).size() > tries);
        release(BAD).join();
        assertThat(starts(BAD)).hasSize(tries + 1);
    }

    @Test
    void two_releases_are_both_answered() {
        own(GOOD);
        CompletableFuture<Done> first = release(GOOD);
        CompletableFuture<Done> second = release(GOOD);
        first.join();
        second.join();
        assertThat(stops).containsEntry(GOOD, 1);
    }

    @Test
    void a_zone_that_comes_back_does_not_wait_for_one_that_is_slow_to_leave() {
        CountDownLatch first = slowToLeave();
        own(GOOD);
        Await.until("its start", () -> starts(GOOD).size() == 1);
        CompletableFuture<Done> leaving = release(GOOD);
        own(GOOD);
        Await.until("its next start", () -> starts(GOOD).size() == 2);
        assertThat(stops).doesNotContainKey(GOOD);
        assertThat(leaving).isNotDone();

        first.countDown();
        leaving.join();
        release(GOOD).join();
        assertThat(stops).containsEntry(GOOD, 2);
        assertThat(starts(GOOD)).hasSize(2);
    }

    @Test
    void a_release_is_answered_when_all_have_left_that_were_there_when_it_was_asked() {
        CountDownLatch first = slowToLeave();
        CountDownLatch second = slowToLeave();
        own(GOOD);
        CompletableFuture<Done> ofTheFirst = release(GOOD);
        own(GOOD);
        Await.until("the next one's start", () -> starts(GOOD).size() == 2);
        CompletableFuture<Done> ofBoth = release(GOOD);

        first.countDown();
        ofTheFirst.join();
        own(BAD);
        release(BAD).join();
        assertThat(ofBoth).isNotDone();

        second.countDown();
        ofBoth.join();
        assertThat(stops).containsEntry(GOOD, 2);
    }

    private CountDownLatch slowToLeave() {
        CountDownLatch leaves = new CountDownLatch(1);
        slow.add(leaves);
        return leaves;
    }

    private void own(ZoneLayout zone) {
        node.tell(new NodeActor.Own(zone));
    }

    private CompletableFuture<Done> release(ZoneLayout zone) {
        return AskPattern.<NodeActor.Message, Done>ask(
                        node, replyTo -> new NodeActor.Release(zone, replyTo), Duration.ofSeconds(20), node.scheduler())
                .toCompletableFuture();
    }

    private List<Long> starts(ZoneLayout zone) {
        List<Long> all = starts.getOrDefault(zone, List.of());
        synchronized (this) {
            return List.copyOf(all);
        }
    }

    private Behavior<ZoneActor.Message> zoneActor(ZoneLayout zone) {
        synchronized (this) {
            starts.computeIfAbsent(zone, first -> new ArrayList<>()).add(System.nanoTime());
        }
        boolean faulty = zone.equals(BAD) && !healed.get();
        if (faulty && !late.get()) {
            throwAnyway(fault.get());
        }
        return Behaviors.setup(context -> {
            if (faulty) {
                context.getSelf().tell(ZoneActor.Stop.NOW);
            }
            return working(zone, faulty);
        });
    }

    private Behavior<ZoneActor.Message> working(ZoneLayout zone, boolean faulty) {
        return Behaviors.receive(ZoneActor.Message.class)
                .onMessageEquals(ZoneActor.Stop.NOW, () -> faulty ? overflow() : stopping())
                .onSignal(PostStop.class, signal -> {
                    stops.merge(zone, 1, Integer::sum);
                    return Behaviors.same();
                })
                .build();
    }

    private Behavior<ZoneActor.Message> stopping() throws InterruptedException {
        CountDownLatch leaves = slow.poll();
        if (leaves != null) {
            leaves.await();
        }
        return Behaviors.stopped();
    }

    private static Behavior<ZoneActor.Message> overflow() {
        throw new StackOverflowError("for the test");
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAnyway(Throwable fault) throws T {
        throw (T) fault;
    }
}
