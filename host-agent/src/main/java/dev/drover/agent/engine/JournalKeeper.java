package dev.drover.agent.engine;

import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.port.Journal;
import dev.drover.agent.port.JournalFullException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes the journal in the order it is told to. It waits for the disk, so it has a thread to itself. While the journal
 * is short of room it gives back what would begin something and writes the rest into its reserve; where nothing fits at
 * all it gives back what somebody waits for, and the rest waits. It stops when nobody knows whether an entry was written, and the agent with it: what it could not write it
 * would forget.
 */
final class JournalKeeper implements Part<JournalMessage> {
    private final Journal journal;
    private final Post<HostMessage> host;
    private final Post<JournalMessage> post;
    private final Pace pace;
    private final Deque<JournalMessage.Append> waiting = new ArrayDeque<>();
    private Optional<String> trouble = Optional.empty();

    /** One that looks for room at once, and then as often as the host is looked at. */
    JournalKeeper(Journal journal, Post<HostMessage> host, Post<JournalMessage> post, Pace pace) {
        this.journal = journal;
        this.host = host;
        this.post = post;
        this.pace = pace;
        post.tell(new JournalMessage.Look());
    }

    @Override
    public boolean on(JournalMessage message) {
        switch (message) {
            case JournalMessage.Append append -> waiting.addLast(append);
            case JournalMessage.Look due -> {}
        }
        writeAll();
        return true;
    }

    private void writeAll() {
        Optional<String> shortage = journal.shortage();
        shortage.ifPresent(why -> giveBack(JournalKeeper::beginsSomething, why));
        Optional<String> noRoom = writeWaiting();
        noRoom.ifPresent(why -> giveBack(JournalKeeper::isWaitedFor, why));
        tell(shortage.or(() -> noRoom));
    }

    private Optional<String> writeWaiting() {
        try {
            while (!waiting.isEmpty()) {
                journal.append(waiting.getFirst().entry());
                host.tell(waiting.removeFirst().then());
            }
            return Optional.empty();
        } catch (JournalFullException noRoom) {
            return Optional.of(String.valueOf(noRoom.getMessage()));
        }
    }

    private void tell(Optional<String> why) {
        if (trouble.isEmpty()) {
            why.ifPresent(words -> host.tell(new HostMessage.JournalFull(words)));
        } else if (why.isEmpty()) {
            host.tell(new HostMessage.JournalWell());
        }
        trouble = why;
        post.wake("look", new JournalMessage.Look(), why.isPresent() ? pace.retry() : pace.inventory());
    }

    /** So that who waits for it may decide. */
    private void giveBack(Predicate<JournalMessage.Append> which, String why) {
        waiting.stream().filter(which).forEach(append -> host.tell(new HostMessage.NotWritten(append, why)));
        waiting.removeIf(which);
    }

    private static boolean beginsSomething(JournalMessage.Append append) {
        return append.entry() instanceof JournalEntry.MigrationTaken
                || append.entry() instanceof JournalEntry.RoomMade
                || append.entry() instanceof JournalEntry.RateTaken;
    }

    private static boolean isWaitedFor(JournalMessage.Append append) {
        return !(append.then() instanceof HostMessage.Noted);
    }
}
