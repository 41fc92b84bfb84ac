package dev.drover.bench.converge.guest;

import dev.drover.agent.domain.converge.Consents;

/**
 * A guest to be moved, and what holds for that.
 *
 * @param bytesPerSecond at which its memory gets across
 * @param objectiveSeconds for how long it may stand still
 * @param deadlineSeconds by when it must be there
 */
public record Task(
        Guest guest, double bytesPerSecond, double objectiveSeconds, double deadlineSeconds, Consents consents) {
    /** What differs after so long, as somebody finds who compares memory with what it was before the start. */
    public double dirtiedOver(double seconds) {
        return guest.dirtied(guest.pattern().writtenBy(seconds) * guest.dirtyOfRate() * bytesPerSecond);
    }
}
