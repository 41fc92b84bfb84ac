package dev.drover.agent.adapter.akka;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
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
final class JournalActor {
    private final Journal journal;
    private final ActorRef<HostMessage> host;
    private final TimerScheduler<JournalMessage> timers;
    private final Duration retry;
    private final Deque<JournalMessage.Append> waiting = new ArrayDeque<>();
    private Optional<String> full = Optional.empty();

    private JournalActor(
            Journal journal, ActorRef<HostMessage> host, TimerScheduler<JournalMessage> timers, Duration retry) {
        this.journal = journal;
        this.host = host;
        this.timers = timers;
        this.retry = retry;
    }

    /** {@code retry} is how often it looks whether there is room again. */
    static Behavior<JournalMessage> create(Journal journal, ActorRef<HostMessage> host, Duration retry) {
        return Behaviors.withTimers(timers -> {
            JournalActor actor = new JournalActor(journal, host, timers, retry);
            return Behaviors.receiveMessage(message -> {
                switch (message) {
                    case JournalMessage.Append append -> actor.take(append);
                    case JournalMessage.Retry again -> actor.writeAll();
                }
                return Behaviors.same();
            });
        });
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
        timers.startSingleTimer("retry", new JournalMessage.Retry(), retry);
    }

    /** What somebody waits for, so that he may decide; the rest can wait. */
    private void giveBack(String why) {
        waiting.stream()
                .filter(JournalActor::isWaitedFor)
                .forEach(append -> host.tell(new HostMessage.NotWritten(append, why)));
        waiting.removeIf(JournalActor::isWaitedFor);
    }

    private static boolean isWaitedFor(JournalMessage.Append append) {
        return !(append.then() instanceof HostMessage.Noted);
    }
}
