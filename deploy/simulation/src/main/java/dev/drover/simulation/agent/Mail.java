package dev.drover.simulation.agent;

import dev.drover.schema.message.ReportMessage;
import dev.drover.simulation.log.SimTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What goes wrong between one agent and the broker, and what has passed between them. */
final class Mail {
    private final Deque<Runnable> lost = new ArrayDeque<>();
    private final Deque<Hold> holds = new ArrayDeque<>();
    private final List<ReportMessage> arrived = new ArrayList<>();
    private Instant lateUntil = Instant.MIN;
    private Duration delay = Duration.ZERO;

    /**
     * A report is to be held up on its way.
     *
     * @param begun is called when one is
     * @param overtaken is called when it arrives behind one of a later life
     */
    record Hold(Duration delay, Runnable begun, Runnable overtaken) {}

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

    void holdNext(Duration delay, Runnable begun, Runnable overtaken) {
        holds.addLast(new Hold(delay, begun, overtaken));
    }

    /** What becomes of a report that is sent now. */
    Optional<Hold> hold() {
        return Optional.ofNullable(holds.pollFirst());
    }

    /** Whether something of a later life than this report's has arrived. */
    boolean isOvertaken(ReportMessage report) {
        return arrived.stream()
                .anyMatch(other ->
                        other.mark().incarnation().compareTo(report.mark().incarnation()) > 0);
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
        holds.clear();
        lateUntil = Instant.MIN;
    }
}
