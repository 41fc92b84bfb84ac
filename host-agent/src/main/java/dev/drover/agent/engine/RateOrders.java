package dev.drover.agent.engine;

import dev.drover.agent.domain.Cause;
import dev.drover.agent.domain.OpenAttempt;
import dev.drover.agent.engine.MigrationMessage.ChangeRate;
import dev.drover.agent.engine.MigrationMessage.RateChanged;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.report.RateApplied;
import dev.drover.schema.report.RefusalReason;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes of a job's rate, one after the other: two at once could reach the hypervisor in the wrong order. */
final class RateOrders {
    private static final Logger LOG = LoggerFactory.getLogger(RateOrders.class);

    private final Course course;
    private final Deque<ChangeRate> waiting = new ArrayDeque<>();
    private boolean busy;

    RateOrders(Course course) {
        this.course = course;
    }

    void add(ChangeRate order) {
        waiting.addLast(order);
    }

    /** Carries out the next one, if there is one and the last is done. */
    void next() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        ChangeRate order = waiting.removeFirst();
        course.post().tellWhen(course.setRate(order.rate()), answer -> new RateChanged(order, answer));
    }

    void changed(RateChanged change) {
        busy = false;
        answer(course, change);
    }

    /** Refuses those that have not been begun. */
    void refuseAll() {
        waiting.forEach(order -> refuse(course, order));
        waiting.clear();
    }

    static void refuse(Course course, ChangeRate order) {
        course.reports()
                .refuse(
                        order.mark(),
                        order.cause(),
                        RefusalReason.NOT_RUNNING_HERE,
                        course.key() + " ended before its rate could be set");
    }

    /** Says that the newest order of an earlier life holds; whether that life said so, nobody knows. */
    static void confirm(Course course, OpenAttempt.RateOrder newest) {
        say(course, newest.command(), newest.cause());
    }

    /** Reports what came of one. */
    static void answer(Course course, RateChanged change) {
        ChangeRate order = change.order();
        switch (change.answer()) {
            case Answer.Given<Done> done -> applied(course, order);
            case Answer.Trouble<Done> trouble ->
                course.reports().refuse(order.mark(), order.cause(), RefusalReason.HYPERVISOR_ERROR, trouble.detail());
        }
    }

    private static void applied(Course course, ChangeRate order) {
        course.hasRate(order.rate());
        LOG.info("{} sends at most {} MiB/s", course.name(), order.rate().wholeMebibytesPerSecond());
        say(course, order.mark().sequence(), order.cause());
    }

    private static void say(Course course, Sequence command, Cause cause) {
        course.reports()
                .say(new RateApplied(course.key().migration(), course.key().attempt(), command, course.rate()), cause);
    }
}
