package dev.drover.scheduler.engine;

/**
 * The zone must not go on: its log can't be read or is not whole, or inputs were lost before they were read. Trying again changes
 * nothing until somebody has acted. The message says where and what to do.
 */
public final class ZoneHaltedException extends RuntimeException {
    /** With what is wrong, where, and the cure. */
    public ZoneHaltedException(String message) {
        super(message);
    }
}
