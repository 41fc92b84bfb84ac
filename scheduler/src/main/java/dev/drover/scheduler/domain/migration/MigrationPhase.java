package dev.drover.scheduler.domain.migration;

/** Where a migration is in its life. {@link MigrationLifecycle} says what leads from one to the next. */
public enum MigrationPhase {
    /** Decided, its destination's memory reserved; waits for its turn. */
    QUEUED,
    /** The source was told to start it and has not yet said that it did. */
    DISPATCHED,
    /** The source's libvirt runs it. */
    RUNNING,
    /** The source says the guest left; the destination has not yet said that it runs. */
    CONFIRMING,
    /** The guest runs at the destination; the source has not yet removed what stayed. */
    RELEASING,
    /** Over: the guest runs at the destination, and only there. */
    SUCCEEDED,
    /** Over: the guest is where it was. */
    FAILED,
    /** Over for Drover: the two ends contradict each other, and a person must look. */
    NEEDS_OPERATOR;

    /** Whether nothing follows. */
    public boolean isTerminal() {
        return this == SUCCEEDED || this == FAILED || this == NEEDS_OPERATOR;
    }

    /** Whether bytes may be on the network for it. */
    public boolean mayTransfer() {
        return this == DISPATCHED || this == RUNNING;
    }
}
