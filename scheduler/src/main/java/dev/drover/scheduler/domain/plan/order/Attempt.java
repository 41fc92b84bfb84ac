package dev.drover.scheduler.domain.plan.order;

/** An order that was tried, and how far from the goal it came: finer than when its timetable ends. */
final class Attempt {
    private final int[] order;
    private final Timetable timetable;
    private final int timed;
    private final double missed;

    Attempt(int[] order, Timetable timetable, double missed) {
        this.order = order;
        this.timetable = timetable;
        this.timed = timetable.timed();
        this.missed = missed;
    }

    int[] order() {
        return order;
    }

    Timetable timetable() {
        return timetable;
    }

    boolean isBetterThan(Attempt other) {
        return timed != other.timed ? timed > other.timed : missed < other.missed;
    }
}
