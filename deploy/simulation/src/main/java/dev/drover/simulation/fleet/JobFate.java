package dev.drover.simulation.fleet;

/** What a fault has in store for a host's next outgoing migration. */
public enum JobFate {
    /** The hypervisor does not begin it. */
    START_FAILS,
    /** The destination does not take it. */
    REFUSED,
    /** It fails half-way, and the guest goes on. */
    FAILS,
    /** It fails half-way because the destination is lost, which keeps what had come for a while. */
    DESTINATION_LOST,
    /** It works, and the call that began it never returns. */
    CALL_HANGS,
    /** It works, and the call that began it fails at once, as when the connection to the hypervisor breaks. */
    CALL_LOST,
    /** In post-copy both ends lose each other, and find each other again after a while. */
    SEVERED,
    /** In post-copy both ends lose each other, and then the guest dies at its destination. */
    SEVERED_FOR_GOOD,
    /** It fails at its end, and leaves the guest paused at the source. */
    STRANDED,
    /** It works, and then the guest dies at its destination. */
    MEMORY_LOST
}
