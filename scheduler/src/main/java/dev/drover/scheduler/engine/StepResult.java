package dev.drover.scheduler.engine;

/** What came of one turn of the loop. */
public sealed interface StepResult {
    /** There was nothing to do. */
    record Idle() implements StepResult {}

    /** The state moved on by this many events. */
    record Advanced(int events) implements StepResult {}

    /** Nothing was written; the same inputs come again. */
    record Retrying(String why) implements StepResult {}

    /** The zone must be loaded anew before it can go on. */
    record Lost(String why) implements StepResult {}
}
