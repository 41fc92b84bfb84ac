package dev.drover.cli.zone;

/** The zone could not be followed, or did not become what was waited for. */
public final class ZoneWatchException extends RuntimeException {
    /** With what happened. */
    public ZoneWatchException(String message) {
        super(message);
    }
}
