package dev.drover.simulation.agent;

import dev.drover.agent.domain.Cause;
import dev.drover.agent.domain.ClockReading;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.ReportMark;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One life's reports, numbered without gaps, one on its way at a time, each sent until it is acknowledged. */
final class ReportQueue {
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Site site;
    private final Incarnation incarnation;
    private final Mail mail;
    private final BooleanSupplier over;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private Optional<ClockReading> lastSaid = Optional.empty();
    private Sequence next = Sequence.FIRST;
    private boolean sending;

    private record Waiting(ReportMessage report, Consumer<ReportMark> acknowledged) {}

    /** {@code over} says whether this life is. */
    ReportQueue(Site site, Incarnation incarnation, Mail mail, BooleanSupplier over) {
        this.site = site;
        this.incarnation = incarnation;
        this.mail = mail;
        this.over = over;
    }

    /** Takes a report on, behind all earlier ones. */
    void say(Report report, Optional<Cause> cause, Consumer<ReportMark> acknowledged) {
        ReportMark mark = new ReportMark(site.host(), incarnation, next);
        next = next.next();
        lastSaid = Optional.of(clock());
        waiting.addLast(new Waiting(new ReportMessage(head(mark, cause), mark, report), acknowledged));
        if (!sending) {
            sending = true;
            send();
        }
    }

    /** As it would be said next. */
    ReportMessage next(Report report) {
        ReportMark mark = new ReportMark(site.host(), incarnation, next);
        return new ReportMessage(head(mark, Optional.empty()), mark, report);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether the machine's clock was set since anything was last said. */
    boolean clockWasSetSince() {
        ClockReading now = clock();
        return lastSaid.filter(now::wasSetSince).isPresent();
    }

    private ClockReading clock() {
        return new ClockReading(site.machine().clock().instant(), site.time().elapsed());
    }

    private void send() {
        if (waiting.isEmpty()) {
            sending = false;
        } else if (!site.machine().isHeard()) {
            site.machine().in(RETRY, this::send);
        } else {
            Waiting sent = waiting.getFirst();
            mail.hold()
                    .ifPresentOrElse(
                            hold -> holdUp(sent, hold),
                            () -> site.time().in(site.chance().millis(1, 60), () -> arrive(sent)));
        }
    }

    /** Whoever sent it dies before anybody could acknowledge it. */
    private void holdUp(Waiting sent, Mail.Hold hold) {
        hold.begun().run();
        site.time().in(hold.delay(), () -> {
            if (mail.isOvertaken(sent.report())) {
                hold.overtaken().run();
            }
            arrive(sent);
        });
    }

    /** What was sent arrives, though its sender may be dead by then; only the living hear that it did. */
    private void arrive(Waiting sent) {
        site.topics().tell(sent.report());
        mail.arrived(sent.report());
        boolean unheard = mail.loses() || !site.machine().hears();
        if (!over.getAsBoolean()) {
            Duration wait = unheard ? RETRY : site.chance().millis(1, 20);
            site.machine().in(wait, unheard ? this::send : () -> acknowledged(sent));
        }
    }

    private void acknowledged(Waiting sent) {
        waiting.removeFirst();
        sent.acknowledged().accept(sent.report().mark());
        send();
    }

    private Head head(ReportMark mark, Optional<Cause> cause) {
        String id = mark.host() + "-" + mark.incarnation().value() + "-"
                + mark.sequence().value();
        return new Head(
                new MessageId(id),
                site.topics().zone(),
                site.machine().clock().instant(),
                Actor.host(mark.host()),
                Optional.empty(),
                cause.map(Cause::command),
                cause.flatMap(Cause::correlation));
    }
}
