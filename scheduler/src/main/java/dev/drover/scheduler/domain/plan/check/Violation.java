package dev.drover.scheduler.domain.plan.check;

import dev.drover.scheduler.domain.plan.problem.Demand;

/** What is wrong with a plan. */
public sealed interface Violation {
    /** It says nothing of a vm that was to be moved. */
    record Forgotten(String vm) implements Violation {}

    /** It moves a vm twice, or moves it and says that it does not. */
    record Repeated(String vm) implements Violation {}

    /** It moves a vm to where it must not go, or that need not move. */
    record WrongDestination(String vm, String host) implements Violation {}

    /** There is no way to the destination. */
    record NoPath(String vm, String host) implements Violation {}

    /** A copy at this rate takes another time, or never ends, or the rate is not one that the path allows. */
    record WrongDuration(String vm, long rateMbps, long plannedMillis) implements Violation {}

    /** More goes through a link than it carries. */
    record LinkOverloaded(String link, long atMillis, long usedMbps, long capacityMbps) implements Violation {}

    /** When a vm comes, its host holds more than it has room for. */
    record HostOverfull(String host, long atMillis, Demand held, Demand capacity) implements Violation {}
}
