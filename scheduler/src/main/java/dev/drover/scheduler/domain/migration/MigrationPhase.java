package dev.drover.scheduler.domain.migration;

/** Where a migration is in its life. {@link MigrationLifecycle} says what leads from one to the next. */
public enum MigrationPhase {
    /** Decided, its destination's memory reserved; waits for its turn. */
    QUEUED,
    /** Its turn has come; the destination was told to make room for its disks and has not yet said that it did. */
    PREPARING,
    /** The source was told to start it and has not yet said that it did. */
    DISPATCHED,
    /** The source's libvirt runs it. */
    RUNNING,
    /** The source was told to stop it and has not yet said how it ended. */
    CANCELLING,
    /** In post-copy, both ends have lost each other: the guest runs at the destination, short of memory, or is lost. */
    SEVERED,
    /** The guest stays at the source; the destination has not yet said that nothing of it is left there. */
    CLEARING,
    /** The source says the guest left; the destination has not yet said that it runs. */
    CONFIRMING,
    /** The guest runs at the destination; the source has not yet removed what stayed. */
    RELEASING,
    /** The two ends contradict each other: a person must look, and until then nothing is touched or given away. */
    NEEDS_OPERATOR,
    /** The guest's memory is gone: a person must look, and until then nothing is touched or given away. */
    LOST,
    /** Over: the guest runs at the destination, and only there. */
    SUCCEEDED,
    /** Over: the guest is where it was. */
    FAILED,
    /** Over because an operator asked: the guest is where it was. */
    CANCELLED,
    /** Over: a person has said where the guest is. */
    RESOLVED;

    /** Whether nothing follows. */
    public boolean isTerminal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED || this == RESOLVED;
    }

    /** Whether bytes may be on the network for it. */
    public boolean mayTransfer() {
        return this == DISPATCHED || this == RUNNING || this == CANCELLING || this == SEVERED;
    }

    /** Whether something is to come of it without a person. */
    public boolean isMoving() {
        return !isTerminal() && !needsOperator();
    }

    /** Whether only a person can say what becomes of it. */
    public boolean needsOperator() {
        return this == NEEDS_OPERATOR || this == LOST;
    }
}
