package dev.drover.schema.transfer;

/** How much of a disk is copied. */
public enum CopyMode {
    /** All of it, whatever it builds on. */
    FULL,
    /** Only what differs from its base, which the destination has: {@code VIR_MIGRATE_NON_SHARED_INC}. */
    INCREMENTAL
}
