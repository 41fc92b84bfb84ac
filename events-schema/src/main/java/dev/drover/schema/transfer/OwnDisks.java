package dev.drover.schema.transfer;

/** What becomes of disks that other hosts do not reach. */
public enum OwnDisks {
    /** They stay, and keep their vm. */
    STAY,
    /** They go along with their vm, as a whole. */
    GO,
    /**
     * They go along, and an image that they build on is the same wherever one lies at its path: where it does, only what
     * differs from it goes. Nobody can tell so from an image's name, and to be wrong is to mix two disks.
     */
    GO_FROM_BASE
}
