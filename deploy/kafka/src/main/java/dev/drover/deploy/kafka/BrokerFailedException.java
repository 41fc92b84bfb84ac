package dev.drover.deploy.kafka;

/** A broker can't be started. The message names the cause and, where there is one, the cure. */
public final class BrokerFailedException extends RuntimeException {
    /** A failure found by a check of our own. */
    public BrokerFailedException(String message) {
        super(message);
    }

    /** A failure with what caused it. */
    public BrokerFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
