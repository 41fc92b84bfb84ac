package dev.drover.deploy.process;

/** A child could not be started or did not get ready. The message says why, with the last lines of its log. */
public final class ChildFailedException extends RuntimeException {
    /** A failure with nothing behind it. */
    public ChildFailedException(String message) {
        super(message);
    }

    /** A failure with what caused it. */
    public ChildFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
