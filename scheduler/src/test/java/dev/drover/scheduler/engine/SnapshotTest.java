package dev.drover.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.state.RestoredState;
import dev.drover.scheduler.domain.state.StateEntries;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.Messages;
import dev.drover.scheduler.domain.zone.Recording;
import dev.drover.scheduler.domain.zone.ZoneScenario;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.snapshot.Slot;
import dev.drover.schema.snapshot.SnapshotChunk;
import dev.drover.schema.snapshot.SnapshotFooter;
import dev.drover.schema.snapshot.SnapshotPart;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final long EVERY = 10;

    private final MemoryBroker broker = new MemoryBroker();
    private final Messages messages = new Messages();
    private final AtomicReference<Instant> now = new AtomicReference<>(ZoneScenario.START);

    @Test
    void every_state_of_a_history_is_the_same_when_it_was_put_aside_and_taken_up_again() {
        ZoneState state = ZoneState.empty(Fleet.ZONE);
        Set<String> digests = new HashSet<>();
        for (EventMessage event : Recording.run().log()) {
            state = new Folded(state, LogPosition.START)
                    .with(new LoggedEvent(event, LogPosition.START))
                    .state();
            ZoneState again = RestoredState.of(
                    Fleet.ZONE, state.events(), StateEntries.of(state).toList());
            assertThat(again).isEqualTo(state);
            assertThat(StateDigest.of(again)).isEqualTo(StateDigest.of(state));
            digests.add(StateDigest.of(state));
        }
        assertThat(digests)
                .as("no two moments of a history are the same state")
                .hasSize(Recording.run().log().size());
    }

    @Test
    void an_owner_puts_its_state_aside_and_the_next_one_begins_there() {
        ZoneEngine first = owner();
        busy(first, 30);
        StoredSnapshot newest = newest();
        assertThat(newest.footer().ofEvents()).isGreaterThanOrEqualTo(30);

        ZoneEngine next = Engines.engine(broker.log(), now::get, Engines.NEVER);
        next.takeOver(Optional.empty());
        assertThat(next.state()).isEqualTo(ZoneScenario.fold(broker.events()));
        assertThat(broker.replayedFrom()).contains(newest.footer().position());
    }

    @Test
    void snapshots_take_turns_in_two_slots_and_stand_on_the_ladder_once_an_hour_and_once_a_day() {
        ZoneEngine engine = owner();
        busy(engine, 20);
        busy(engine, 20);
        busy(engine, 20);
        now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
        busy(engine, 20);
        assertThat(footers())
                .containsSubsequence(slots("a", "hourly-12", "daily-24", "b", "a"))
                .containsOnlyOnce(slots("hourly-12", "daily-24", "hourly-13"));
    }

    @Test
    void an_owner_that_began_with_a_snapshot_puts_the_next_one_beside_it_and_not_before_it_is_due() {
        theNextOneIsBesideTheNewest(Optional.empty());
    }

    @Test
    void an_owner_that_began_warm_puts_the_next_one_beside_the_newest_and_not_before_it_is_due() {
        theNextOneIsBesideTheNewest(Optional.of(Folded.empty(Fleet.ZONE)));
    }

    private void theNextOneIsBesideTheNewest(Optional<Folded> warm) {
        ZoneEngine first = owner();
        while (footers().size() < 5) {
            busy(first, 1);
        }
        assertThat(footers()).endsWith(slots("b", "a"));
        StoredSnapshot newest = newest();
        int parts = broker.snapshot().size();

        ZoneEngine next = Engines.engine(broker.log(), now::get, EVERY);
        next.takeOver(warm);
        while (next.state().events() < newest.footer().ofEvents() + EVERY - 1) {
            busy(next, 1);
        }
        assertThat(broker.snapshot()).hasSize(parts);
        busy(next, 2);
        assertThat(broker.snapshot().get(parts).slot()).isEqualTo(new Slot("b"));
    }

    @Test
    void what_is_not_what_was_written_is_passed_over_for_an_older_one() {
        ZoneEngine engine = owner();
        busy(engine, 25);
        busy(engine, 25);
        StoredSnapshot newest = newest();
        broker.spoilSnapshot(newest.slot(), 0, part -> without(part, 1));

        ZoneEngine next = owner();
        assertThat(next.state()).isEqualTo(ZoneScenario.fold(broker.events()));
        assertThat(broker.replayedFrom().orElseThrow())
                .isLessThan(newest.footer().position())
                .isGreaterThan(LogPosition.START);
    }

    @Test
    void with_all_of_them_spoilt_the_whole_log_is_read() {
        ZoneEngine engine = owner();
        busy(engine, 25);
        for (String slot : List.of("a", "b", "hourly-12", "daily-24")) {
            broker.spoilSnapshot(new Slot(slot), 0, part -> without(part, 1));
        }
        assertThat(owner().state()).isEqualTo(ZoneScenario.fold(broker.events()));
        assertThat(broker.replayedFrom()).contains(LogPosition.START);
    }

    @Test
    void a_zone_is_seen_as_it_was_at_a_moment_of_the_past() {
        ZoneEngine engine = owner();
        busy(engine, 25);
        Instant then = now.get();
        ZoneState was = engine.state();
        now.updateAndGet(time -> time.plus(Duration.ofHours(3)));
        busy(engine, 25);

        assertThat(PastState.at(broker.log().history(), Fleet.ZONE, then).state())
                .isEqualTo(was);
        assertThat(broker.replayedFrom().orElseThrow())
                .as("not from the beginning of time")
                .isGreaterThan(LogPosition.START);
        assertThat(PastState.at(broker.log().history(), Fleet.ZONE, now.get()).state())
                .isEqualTo(engine.state());
        assertThat(PastState.at(broker.log().history(), Fleet.ZONE, ZoneScenario.START.minusSeconds(1))
                        .state())
                .isEqualTo(ZoneState.empty(Fleet.ZONE));
    }

    @Test
    void a_large_state_is_put_aside_a_few_parts_a_batch_while_the_loop_goes_on() {
        ZoneEngine engine = owner();
        IntStream.range(0, 300)
                .forEach(host -> broker.tell(messages.report(
                        Fleet.id("h" + host),
                        new InventoryReport(Fleet.host("h" + host, 64, Fleet.running(host, 4))))));
        engine.step(Duration.ofMillis(1));
        busy(engine, 10);
        int largest =
                broker.snapshotsByBatch().stream().mapToInt(List::size).max().orElse(0);
        assertThat(largest).isBetween(2, 4);
        assertThat(newest().chunks()).hasSizeGreaterThan(2);
        assertThat(owner().state()).isEqualTo(ZoneScenario.fold(broker.events()));
    }

    private static SnapshotPart without(SnapshotPart part, int entry) {
        return switch (part) {
            case SnapshotChunk chunk ->
                new SnapshotChunk(
                        chunk.ofEvents(),
                        chunk.part(),
                        IntStream.range(0, chunk.entries().size())
                                .filter(at -> at != entry)
                                .mapToObj(chunk.entries()::get)
                                .toList());
            case SnapshotFooter footer -> throw new AssertionError("a chunk was meant");
        };
    }

    private List<Slot> footers() {
        return broker.snapshot().stream()
                .filter(record -> record.content().orElseThrow() instanceof SnapshotFooter)
                .map(SnapshotRecord::slot)
                .toList();
    }

    private static Slot[] slots(String... names) {
        return List.of(names).stream().map(Slot::new).toArray(Slot[]::new);
    }

    private StoredSnapshot newest() {
        return broker.log().history().snapshotOutside(Set.of()).orElseThrow();
    }

    /** At least so many events, one a batch. */
    private void busy(ZoneEngine engine, int events) {
        for (int done = 0; done < events; done++) {
            broker.tell(messages.report(
                    Fleet.id("h1"), new InventoryReport(Fleet.host("h1", 64, Fleet.running(1, 1 + done % 2)))));
            engine.step(Duration.ofMillis(1));
        }
    }

    private ZoneEngine owner() {
        ZoneEngine engine = Engines.engine(broker.log(), now::get, EVERY);
        engine.takeOver(Optional.empty());
        return engine;
    }
}
