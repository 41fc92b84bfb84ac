package dev.drover.schema.event;

/** How an intent ended. */
public enum IntentOutcome {
    /** All that was asked for is done. */
    COMPLETED,
    /** Done but for some vms, each counted and the first of them named with its reason. */
    PARTIAL,
    /** Ended because an operator asked; what was done by then stays done. */
    CANCELLED
}
