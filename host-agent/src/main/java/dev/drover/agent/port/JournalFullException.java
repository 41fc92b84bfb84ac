package dev.drover.agent.port;

/** There was no room for an entry: nothing of it is in the journal, and it may be tried again. */
public final class JournalFullException extends RuntimeException {
    /** {@code message} names the journal and the cure. */
    public JournalFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
