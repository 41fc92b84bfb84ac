package dev.drover.schema.kafka;

/** The zone table can't be used as it is. The message names the entry and the cure. */
public final class ZoneTableException extends RuntimeException {
    /** With what is wrong and what to do about it. */
    public ZoneTableException(String message) {
        super(message);
    }
}
