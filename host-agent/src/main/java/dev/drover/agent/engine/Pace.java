package dev.drover.agent.engine;

import java.time.Duration;

/**
 * How often the agent looks and how long it waits.
 *
 * @param skew how far its clock and the scheduler's may differ
 * @param firstLook between looks for a job that has just been asked for
 * @param look between looks at a running job, and so between samples
 * @param inventory between looks at the whole host
 * @param coalesce how long changes of the host are gathered before it is looked at
 * @param retry before the hypervisor is asked again after it did not answer
 * @param call how long the hypervisor may take to answer
 * @param abort how long it may take to stop a job
 * @param vanished how long a job may be gone before its migration counts as over, though the call has not returned
 */
public record Pace(
        Duration skew,
        Duration firstLook,
        Duration look,
        Duration inventory,
        Duration coalesce,
        Duration retry,
        Duration call,
        Duration abort,
        Duration vanished) {
    /** What an agent uses unless it is told otherwise. */
    public static final Pace USUAL = new Pace(
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(90),
            Duration.ofSeconds(15));

    /** The same with clocks that differ by at most this. */
    public Pace withSkew(Duration other) {
        return new Pace(other, firstLook, look, inventory, coalesce, retry, call, abort, vanished);
    }
}
