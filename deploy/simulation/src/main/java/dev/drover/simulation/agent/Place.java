package dev.drover.simulation.agent;

import java.util.ArrayDeque;
import java.util.Deque;

/** How far an agent's commands are done with, as the broker keeps it: behind the last one that has none undone before it. */
final class Place {
    private final Deque<Delivery> undone = new ArrayDeque<>();
    private int kept;

    /** One command on its way through the agent. */
    static final class Delivery {
        private final int at;
        private boolean done;

        private Delivery(int at) {
            this.at = at;
        }
    }

    /** Where the next life begins. */
    int kept() {
        return kept;
    }

    void reset() {
        undone.clear();
        kept = 0;
    }

    /** What was not done with comes again. */
    void forgetUndone() {
        undone.clear();
    }

    Delivery begun(int at) {
        Delivery delivery = new Delivery(at);
        undone.addLast(delivery);
        return delivery;
    }

    void done(Delivery delivery) {
        delivery.done = true;
        while (!undone.isEmpty() && undone.getFirst().done) {
            kept = undone.removeFirst().at + 1;
        }
    }

    boolean isAllDone() {
        return undone.isEmpty();
    }
}
