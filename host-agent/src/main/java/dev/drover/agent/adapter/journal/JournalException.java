package dev.drover.agent.adapter.journal;

/** The journal can't be used. The message names the file, what is wrong and the cure. */
public final class JournalException extends RuntimeException {
    JournalException(String message) {
        super(message);
    }

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
