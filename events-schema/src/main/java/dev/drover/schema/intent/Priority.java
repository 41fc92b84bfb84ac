package dev.drover.schema.intent;

/** Which of several intents is served first where they compete. */
public enum Priority {
    /** When nothing else wants to move. */
    LOW,
    /** As usual. */
    NORMAL,
    /** Before the usual ones. */
    HIGH,
    /** Before all others. */
    URGENT
}
