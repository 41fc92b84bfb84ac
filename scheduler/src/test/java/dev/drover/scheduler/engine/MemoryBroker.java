package dev.drover.scheduler.engine;

import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.snapshot.Slot;
import dev.drover.schema.snapshot.SnapshotPart;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One zone's topics in memory, for any number of owners, with troubles on order. Safe for many threads. */
public final class MemoryBroker {
    private final List<InboxRecord> inbox = new ArrayList<>();
    private final List<EventMessage> events = new ArrayList<>();
    private final List<CommandMessage> commands = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final List<SnapshotRecord> snapshot = new ArrayList<>();
    private final List<List<SnapshotRecord>> snapshotsByBatch = new ArrayList<>();
    private Optional<LogPosition> replayedFrom = Optional.empty();
    private final List<String> history = new ArrayList<>();
    private final Deque<Supplier<CommitResult>> commitTroubles = new ArrayDeque<>();
    private final Deque<RuntimeException> pollTroubles = new ArrayDeque<>();
    private Duration longestPoll = Duration.ZERO;
    private int logs;
    private int owner;
    private int answered;

    public synchronized ZoneLog log() {
        history.add("open " + ++logs);
        return new Log(logs);
    }

    public synchronized void tell(InboxMessage message) {
        put(new Decoding.Decoded<>(message));
    }

    public synchronized void tellNonsense() {
        DecodeError error = new DecodeError.Malformed("nonsense");
        put(new Decoding.Undecodable<>(error));
    }

    private void put(Decoding<InboxMessage> content) {
        inbox.add(new InboxRecord(new InboxOffset(inbox.size()), RawRecord.EMPTY, content));
        notifyAll();
    }

    /** The next commit ends like this instead, having written nothing. */
    public synchronized void nextCommit(Supplier<CommitResult> trouble) {
        commitTroubles.add(trouble);
    }

    /** The next poll throws this. */
    public synchronized void nextPoll(RuntimeException trouble) {
        pollTroubles.add(trouble);
    }

    public synchronized List<EventMessage> events() {
        return List.copyOf(events);
    }

    public synchronized List<CommandMessage> commands() {
        return List.copyOf(commands);
    }

    public synchronized List<DeadLetter> deadLetters() {
        return List.copyOf(deadLetters);
    }

    /** All records of snapshots, in the order in which they were written. */
    public synchronized List<SnapshotRecord> snapshot() {
        return List.copyOf(snapshot);
    }

    /** The same, batch by batch; batches without any are left out. */
    public synchronized List<List<SnapshotRecord>> snapshotsByBatch() {
        return List.copyOf(snapshotsByBatch);
    }

    /** Changes a part behind its owner's back. */
    public synchronized void spoilSnapshot(Slot slot, int part, UnaryOperator<SnapshotPart> change) {
        snapshot.replaceAll(record -> record.slot().equals(slot) && record.part() == part
                ? new SnapshotRecord(record.head(), slot, part, record.content().map(change))
                : record);
    }

    /** Where the last history that was read began. */
    public synchronized Optional<LogPosition> replayedFrom() {
        return replayedFrom;
    }

    synchronized void replaying(LogPosition from) {
        replayedFrom = Optional.of(from);
    }

    /** The longest time that was to be waited for an input. */
    public synchronized Duration longestPoll() {
        return longestPoll;
    }

    /** Which logs were opened and closed, in order: {@code open 1, close 1, open 2}. */
    public synchronized List<String> history() {
        return List.copyOf(history);
    }

    private final class Log implements ZoneLog {
        private final int number;
        private final MemoryHistory past = new MemoryHistory(MemoryBroker.this);
        private int position;

        Log(int number) {
            this.number = number;
        }

        @Override
        public void fence() {
            synchronized (MemoryBroker.this) {
                owner = number;
            }
        }

        @Override
        public ZoneHistory history() {
            return past;
        }

        @Override
        public void readFrom(Optional<InboxOffset> last) {
            position = last.map(offset -> (int) offset.value() + 1).orElse(0);
            if (answered > position) {
                throw new ZoneHaltedException("answers to inputs before " + answered + " are not in the log");
            }
        }

        @Override
        public List<InboxRecord> poll(Duration wait) {
            synchronized (MemoryBroker.this) {
                if (!pollTroubles.isEmpty()) {
                    throw pollTroubles.remove();
                }
                longestPoll = wait.compareTo(longestPoll) > 0 ? wait : longestPoll;
                if (position >= inbox.size()) {
                    pause(wait);
                }
                List<InboxRecord> next = List.copyOf(inbox.subList(position, Math.min(inbox.size(), position + 500)));
                position += next.size();
                return next;
            }
        }

        @Override
        public CommitResult commit(Batch batch) {
            synchronized (MemoryBroker.this) {
                if (owner != number) {
                    return new CommitResult.Lost("log " + owner + " has been opened since");
                }
                if (!commitTroubles.isEmpty()) {
                    return commitTroubles.remove().get();
                }
                batch.readUpTo().ifPresent(read -> answered = (int) read.value() + 1);
                events.addAll(batch.events());
                commands.addAll(batch.commands());
                deadLetters.addAll(batch.deadLetters());
                snapshot.addAll(batch.snapshot());
                if (!batch.snapshot().isEmpty()) {
                    snapshotsByBatch.add(batch.snapshot());
                }
                return new CommitResult.Committed(
                        batch.events().isEmpty() ? Optional.empty() : Optional.of(new LogPosition(events.size())));
            }
        }

        @Override
        public void close() {
            synchronized (MemoryBroker.this) {
                history.add("close " + number);
            }
        }

        private void pause(Duration wait) {
            try {
                MemoryBroker.this.wait(Math.max(1, wait.toMillis()));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
