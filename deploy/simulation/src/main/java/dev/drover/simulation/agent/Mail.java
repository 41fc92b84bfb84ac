package dev.drover.simulation.agent;

import dev.drover.schema.message.ReportMessage;
import dev.drover.simulation.log.SimTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What goes wrong between one agent and the broker, and what has passed between them. */
final class Mail {
    private final Deque<Runnable> lost = new ArrayDeque<>();
    private final List<ReportMessage> arrived = new ArrayList<>();
    private Instant lateUntil = Instant.MIN;
    private Duration delay = Duration.ZERO;

    void delay(Instant until, Duration by) {
        lateUntil = until;
        delay = by;
    }

    /** How much later than usual a command that is written now arrives. */
    Duration lateness(Instant now) {
        return lateUntil.isAfter(now) ? delay : Duration.ZERO;
    }

    void loseNext(Runnable noted) {
        lost.addLast(noted);
    }

    /** Whether the acknowledgement of what arrives now is lost. */
    boolean loses() {
        if (lost.isEmpty()) {
            return false;
        }
        lost.removeFirst().run();
        return true;
    }

    void arrived(ReportMessage report) {
        arrived.add(report);
    }

    boolean resend(SimTopics topics, int most) {
        List<ReportMessage> last = arrived.subList(Math.max(0, arrived.size() - most), arrived.size());
        List.copyOf(last).forEach(topics::tell);
        return !last.isEmpty();
    }

    void heal() {
        lost.clear();
        lateUntil = Instant.MIN;
    }
}
