package dev.drover.scheduler.engine;

import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.InboxMessage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One zone's topics in memory, for any number of owners, with troubles on order. Safe for many threads. */
public final class MemoryBroker {
    private final List<InboxRecord> inbox = new ArrayList<>();
    private final List<EventMessage> events = new ArrayList<>();
    private final List<CommandMessage> commands = new ArrayList<>();
    private final List<InboxRecord.Illegible> deadLetters = new ArrayList<>();
    private final List<String> history = new ArrayList<>();
    private final Deque<Supplier<CommitResult>> commitTroubles = new ArrayDeque<>();
    private final Deque<RuntimeException> pollTroubles = new ArrayDeque<>();
    private int logs;
    private int owner;

    public synchronized ZoneLog log() {
        history.add("open " + ++logs);
        return new Log(logs);
    }

    public synchronized void tell(InboxMessage message) {
        inbox.add(new InboxRecord.Legible(new InboxOffset(inbox.size()), message));
        notifyAll();
    }

    public synchronized void tellNonsense() {
        DecodeError error = new DecodeError.Malformed("nonsense");
        inbox.add(new InboxRecord.Illegible(new InboxOffset(inbox.size()), error, ByteBuffer.allocate(0)));
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

    public synchronized List<InboxRecord.Illegible> deadLetters() {
        return List.copyOf(deadLetters);
    }

    /** Which logs were opened and closed, in order: {@code open 1, close 1, open 2}. */
    public synchronized List<String> history() {
        return List.copyOf(history);
    }

    private final class Log implements ZoneLog {
        private final int number;
        private int position;

        Log(int number) {
            this.number = number;
        }

        @Override
        public void open(Consumer<EventMessage> replay) {
            synchronized (MemoryBroker.this) {
                owner = number;
                events.forEach(replay);
            }
        }

        @Override
        public void readFrom(Optional<InboxOffset> last) {
            position = last.map(offset -> (int) offset.value() + 1).orElse(0);
        }

        @Override
        public List<InboxRecord> poll(Duration wait) {
            synchronized (MemoryBroker.this) {
                if (!pollTroubles.isEmpty()) {
                    throw pollTroubles.remove();
                }
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
                events.addAll(batch.events());
                commands.addAll(batch.commands());
                deadLetters.addAll(batch.deadLetters());
                return new CommitResult.Committed();
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
