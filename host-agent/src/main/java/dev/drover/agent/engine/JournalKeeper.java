package dev.drover.agent.engine;

import dev.drover.agent.port.Journal;
import dev.drover.agent.port.JournalFullException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Writes the journal in the order it is told to. It waits for the disk, so it has a thread to itself. While the disk is
 * full it gives back what somebody waits for, keeps the rest, and tries again. It stops when nobody knows whether an
 * entry was written, and the agent with it: what it could not write it would forget.
 */
final class JournalKeeper implements Part<JournalMessage> {
    private final Journal journal;
    private final Post<HostMessage> host;
    private final Post<JournalMessage> post;
    private final Duration retry;
    private final Deque<JournalMessage.Append> waiting = new ArrayDeque<>();
    private Optional<String> full = Optional.empty();

    /** {@code retry} is how often it looks whether there is room again. */
    JournalKeeper(Journal journal, Post<HostMessage> host, Post<JournalMessage> post, Duration retry) {
        this.journal = journal;
        this.host = host;
        this.post = post;
        this.retry = retry;
    }

    @Override
    public boolean on(JournalMessage message) {
        switch (message) {
            case JournalMessage.Append append -> take(append);
            case JournalMessage.Retry again -> writeAll();
        }
        return true;
    }

    private void take(JournalMessage.Append append) {
        waiting.addLast(append);
        full.ifPresentOrElse(this::giveBack, this::writeAll);
    }

    private void writeAll() {
        try {
            while (!waiting.isEmpty()) {
                journal.append(waiting.getFirst().entry());
                host.tell(waiting.removeFirst().then());
            }
            if (full.isPresent()) {
                full = Optional.empty();
                host.tell(new HostMessage.JournalWell());
            }
        } catch (JournalFullException noRoom) {
            isFull(String.valueOf(noRoom.getMessage()));
        }
    }

    private void isFull(String why) {
        if (full.isEmpty()) {
            host.tell(new HostMessage.JournalFull(why));
        }
        full = Optional.of(why);
        giveBack(why);
        post.wake("retry", new JournalMessage.Retry(), retry);
    }

    /** What somebody waits for, so that he may decide; the rest can wait. */
    private void giveBack(String why) {
        waiting.stream()
                .filter(JournalKeeper::isWaitedFor)
                .forEach(append -> host.tell(new HostMessage.NotWritten(append, why)));
        waiting.removeIf(JournalKeeper::isWaitedFor);
    }

    private static boolean isWaitedFor(JournalMessage.Append append) {
        return !(append.then() instanceof HostMessage.Noted);
    }
}
