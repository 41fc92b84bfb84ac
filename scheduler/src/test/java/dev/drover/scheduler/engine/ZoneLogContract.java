package dev.drover.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.Recording;
import dev.drover.scheduler.domain.zone.ZoneInput;
import dev.drover.scheduler.domain.zone.ZoneScenario;
import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.event.InputSetAside;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.snapshot.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every zone log promises. Each test has a zone of its own. */
public abstract class ZoneLogContract {
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final ZoneScenario run = Recording.run();

    /** A log for a further owner of this test's zone. */
    protected abstract ZoneLog log();

    /** Appends to the inbox. */
    protected abstract void tell(List<InboxMessage> messages);

    /** Appends a record that nobody can read. */
    protected abstract void tellNonsense();

    /** All commands that were committed. */
    protected abstract List<CommandMessage> commands();

    /** Why each committed dead letter is one. */
    protected abstract List<String> deadLetters();

    @Test
    void a_new_zone_has_an_empty_log() {
        assertThat(replayed(log())).isEmpty();
    }

    @Test
    void what_was_committed_is_replayed_to_the_next_owner_in_order() {
        ZoneLog first = opened();
        List<EventMessage> events = run.log();
        assertThat(first.commit(events(events.subList(0, 5)))).isInstanceOf(CommitResult.Committed.class);
        assertThat(first.commit(events(events.subList(5, events.size())))).isInstanceOf(CommitResult.Committed.class);
        assertThat(replayed(log())).isEqualTo(events);
        assertThat(replayed(log())).isEqualTo(events);
    }

    @Test
    void a_commit_says_where_its_last_event_ends_and_one_can_read_on_from_there() {
        ZoneLog log = opened();
        List<EventMessage> events = run.log();
        LogPosition first = committed(log.commit(events(events.subList(0, 3))));
        LogPosition second = committed(log.commit(events(events.subList(3, 5))));
        assertThat(first).isLessThan(second);
        ZoneLog next = opened();
        assertThat(read(next.history(), first).stream().map(LoggedEvent::event).toList())
                .isEqualTo(events.subList(3, 5));
        assertThat(read(next.history(), second)).isEmpty();
        assertThat(read(next.history(), LogPosition.START).get(2).next()).isEqualTo(first);
    }

    @Test
    void a_zone_without_snapshots_has_none() {
        ZoneHistory history = opened().history();
        assertThat(history.snapshotOutside(Set.of())).isEmpty();
        assertThat(history.newestFooter()).isEmpty();
    }

    @Test
    void snapshots_are_found_from_the_newest_backwards_and_only_when_they_are_whole() {
        ZoneLog log = opened();
        log.commit(SnapshotFixture.parts("a", 10, 100, 3));
        log.commit(SnapshotFixture.parts("b", 20, 200, 90));
        log.commit(SnapshotFixture.partsWithoutFooter("a", 30, 300, 2));

        ZoneHistory history = log.history();
        assertThat(history.newestFooter())
                .as("the unfinished one has none")
                .contains(footer(SnapshotFixture.stored("b", 20, 200, 90)));
        StoredSnapshot newest = history.snapshotOutside(Set.of()).orElseThrow();
        assertThat(newest).isEqualTo(SnapshotFixture.stored("b", 20, 200, 90));
        assertThat(history.snapshotOutside(Set.of(newest.slot())))
                .as("the older one, of which the slot's next has already replaced a part")
                .isEmpty();

        log.commit(SnapshotFixture.footer("a", 30, 300, 2));
        assertThat(history.newestFooter()).contains(footer(SnapshotFixture.stored("a", 30, 300, 2)));
        assertThat(history.snapshotOutside(Set.of())).contains(SnapshotFixture.stored("a", 30, 300, 2));
        assertThat(history.snapshotOutside(Set.of(new Slot("a")))).contains(SnapshotFixture.stored("b", 20, 200, 90));
        assertThat(history.snapshotOutside(Set.of(new Slot("a"), new Slot("b"))))
                .isEmpty();
    }

    @Test
    void commands_arrive_with_their_events_in_order() {
        List<CommandMessage> commands = run.steps().stream()
                .flatMap(step -> step.decision().commands().stream())
                .filter(command -> command.host().equals(Fleet.id("h1")))
                .toList();
        opened().commit(new Batch(Optional.empty(), run.log(), commands, List.of(), List.of()));
        assertThat(commands).isNotEmpty();
        assertThat(commands()).isEqualTo(commands);
    }

    @Test
    void the_inbox_is_read_in_order_from_its_beginning() {
        tell(told());
        ZoneLog log = opened();
        log.readFrom(Optional.empty());
        List<InboxRecord> read = polled(log, told().size());
        assertThat(messages(read)).isEqualTo(told());
        assertThat(read.stream().map(InboxRecord::offset)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_inbox_is_read_on_behind_the_given_place_and_as_often_as_one_asks() {
        tell(told());
        ZoneLog log = opened();
        log.readFrom(Optional.empty());
        List<InboxRecord> all = polled(log, told().size());
        InboxOffset third = all.get(2).offset();
        for (int time = 0; time < 2; time++) {
            log.readFrom(Optional.of(third));
            assertThat(polled(log, all.size() - 3)).isEqualTo(all.subList(3, all.size()));
        }
    }

    @Test
    void inputs_whose_answers_are_gone_from_the_log_stop_the_zone() {
        tell(told());
        ZoneLog log = opened();
        assertThat(log.commit(answering(2))).isInstanceOf(CommitResult.Committed.class);
        ZoneLog next = opened();
        assertThatThrownBy(() -> next.readFrom(Optional.of(new InboxOffset(1))))
                .isInstanceOf(ZoneHaltedException.class);
        assertThatThrownBy(() -> next.readFrom(Optional.empty())).isInstanceOf(ZoneHaltedException.class);
        next.readFrom(Optional.of(new InboxOffset(2)));
        assertThat(messages(polled(next, told().size() - 3))).isEqualTo(told().subList(3, told().size()));
    }

    @Test
    void a_log_that_does_not_reach_what_is_known_of_it_stops_the_zone() {
        ZoneLog log = opened();
        LogPosition end = committed(log.commit(events(run.log())));
        ZoneHistory history = opened().history();
        assertThatThrownBy(() -> history.readFrom(new LogPosition(end.value() + 1_000)))
                .isInstanceOf(ZoneHaltedException.class);
        assertThat(read(history, end)).isEmpty();
    }

    @Test
    void no_more_than_500_records_come_at_once() {
        tell(Collections.nCopies(700, told().getFirst()));
        ZoneLog log = opened();
        log.readFrom(Optional.empty());
        int read = 0;
        while (read < 700) {
            int size = log.poll(MOMENT).size();
            assertThat(size).isLessThanOrEqualTo(500);
            read += size;
        }
        assertThat(read).isEqualTo(700);
    }

    @Test
    void an_empty_inbox_gives_nothing() {
        ZoneLog log = opened();
        log.readFrom(Optional.empty());
        assertThat(log.poll(MOMENT)).isEmpty();
    }

    @Test
    void an_owner_that_was_replaced_writes_nothing_any_more() {
        ZoneLog first = opened();
        List<EventMessage> events = run.log();
        first.commit(events(events.subList(0, 2)));
        ZoneLog second = log();
        assertThat(replayed(second)).hasSize(2);

        assertThat(first.commit(events(events.subList(2, 4)))).isInstanceOf(CommitResult.Lost.class);
        assertThat(second.commit(events(events.subList(4, 6)))).isInstanceOf(CommitResult.Committed.class);
        List<EventMessage> expected = new ArrayList<>(events.subList(0, 2));
        expected.addAll(events.subList(4, 6));
        assertThat(replayed(log())).isEqualTo(expected);
    }

    @Test
    void what_nobody_can_read_is_handed_over_with_the_reason_and_kept_aside_with_the_batch() {
        tell(told().subList(0, 1));
        tellNonsense();
        tell(told().subList(1, 2));
        ZoneLog log = opened();
        log.readFrom(Optional.empty());
        List<InboxRecord> read = polled(log, 3);
        assertThat(messages(read)).isEqualTo(told().subList(0, 2));

        DeadLetter letter = new DeadLetter(
                read.get(1).offset(), rejection(read.get(1)), read.get(1).raw());
        log.commit(new Batch(Optional.of(read.get(2).offset()), List.of(), List.of(), List.of(letter), List.of()));
        assertThat(deadLetters()).containsExactly(letter.rejection().why());
    }

    protected final ZoneLog opened() {
        ZoneLog log = log();
        replayed(log);
        return log;
    }

    protected static List<EventMessage> replayed(ZoneLog log) {
        log.fence();
        return read(log.history(), LogPosition.START).stream()
                .map(LoggedEvent::event)
                .toList();
    }

    /** All events from {@code from} to the end. */
    protected static List<LoggedEvent> read(ZoneHistory history, LogPosition from) {
        LogPosition end = history.end();
        List<LoggedEvent> events = new ArrayList<>();
        history.readFrom(from);
        while (history.position().isBefore(end)) {
            events.addAll(history.poll(MOMENT));
        }
        return events;
    }

    private static LogPosition committed(CommitResult result) {
        assertThat(result).isInstanceOf(CommitResult.Committed.class);
        return ((CommitResult.Committed) result).end().orElseThrow();
    }

    /** A batch that answers the inputs up to {@code offset}. */
    private static SlotFooter footer(StoredSnapshot snapshot) {
        return new SlotFooter(snapshot.slot(), snapshot.footer());
    }

    private Batch answering(long offset) {
        return new Batch(Optional.of(new InboxOffset(offset)), run.log(), List.of(), List.of(), List.of());
    }

    protected static Batch events(List<EventMessage> events) {
        return new Batch(Optional.empty(), events, List.of(), List.of(), List.of());
    }

    protected static List<InboxRecord> polled(ZoneLog log, int count) {
        List<InboxRecord> read = new ArrayList<>();
        Await.until(count + " records of the inbox", () -> {
            read.addAll(log.poll(MOMENT));
            return read.size() >= count;
        });
        return read;
    }

    /** Intents and reports of all kinds. */
    protected final List<InboxMessage> told() {
        return run.steps().stream()
                .map(ZoneScenario.Step::input)
                .filter(ZoneInput.Told.class::isInstance)
                .map(input -> ((ZoneInput.Told) input).message())
                .toList();
    }

    protected static List<InboxMessage> messages(List<InboxRecord> records) {
        return records.stream()
                .flatMap(record -> switch (record.content()) {
                    case Decoding.Decoded<InboxMessage>(InboxMessage message) -> Stream.of(message);
                    case Decoding.Undecodable<InboxMessage> nonsense -> Stream.empty();
                })
                .toList();
    }

    /** Why it can't be read; fails when it can. */
    protected static String why(InboxRecord record) {
        return rejection(record).why();
    }

    /** The same, as the log has it. */
    protected static InputSetAside rejection(InboxRecord record) {
        return switch (record.content()) {
            case Decoding.Decoded<InboxMessage>(InboxMessage message) ->
                throw new AssertionError("it was read: " + message);
            case Decoding.Undecodable<InboxMessage>(DecodeError error) -> Rejection.of(error);
        };
    }
}
