package dev.drover.bench.converge.guest;

/**
 * How it ended.
 *
 * @param finished the guest is at the destination with all of its memory, before the deadline
 * @param bytes sent
 * @param blackoutSeconds for how long the guest stood still
 * @param slowedPercent of its time that the guest was denied in the end
 */
public record Outcome(boolean finished, double seconds, double bytes, double blackoutSeconds, int slowedPercent) {
    /** It got there, and stood still for no longer than it may. */
    public boolean kept(Task task) {
        return finished && blackoutSeconds <= task.objectiveSeconds() + 1e-9;
    }
}
