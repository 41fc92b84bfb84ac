package dev.drover.scheduler.engine;

/** The zone's log can't be reached or read. The message says what to look at. */
public final class ZoneLogException extends RuntimeException {
    /** With what is wrong and where. */
    public ZoneLogException(String message) {
        super(message);
    }

    /** Likewise, with its cause. */
    public ZoneLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
