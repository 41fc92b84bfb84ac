package dev.drover.schema.event;

/** How an intent ended. */
public enum IntentOutcome {
    /** All that was asked for is done. */
    COMPLETED,
    /** Done but for some vms, each named with its reason. */
    PARTIAL
}
