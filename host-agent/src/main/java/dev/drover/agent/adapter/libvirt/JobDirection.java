package dev.drover.agent.adapter.libvirt;

/** Which job libvirt runs for a vm on this host. */
enum JobDirection {
    /** None. */
    NONE,
    /** It migrates from here. */
    OUTGOING,
    /** It migrates to here. */
    INCOMING,
    /** Something else: a snapshot, a backup, a dump. */
    OTHER;

    boolean isMigration() {
        return this == OUTGOING || this == INCOMING;
    }
}
