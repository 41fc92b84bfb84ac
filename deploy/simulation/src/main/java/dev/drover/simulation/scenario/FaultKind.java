package dev.drover.simulation.scenario;

/** What can go wrong. Each kind says what it happens to. */
public enum FaultKind {
    /** A scheduler's process is killed and started again after a while. */
    NODE_KILLED(Target.NODE),
    /** A scheduler's process stands still for a while and does not notice. */
    NODE_STOPPED(Target.NODE),
    /** A scheduler and the broker hear nothing of each other. */
    NODE_CUT_OFF(Target.NODE),
    /** The broker hears the scheduler, whose answers are lost. */
    NODE_HEARS_NOTHING(Target.NODE),
    /** A scheduler's clock is wrong, within what is allowed for. */
    NODE_CLOCK_OFF(Target.NODE),
    /** A scheduler's clock is wrong by more than what is allowed for. */
    NODE_CLOCK_FAR_OFF(Target.NODE),
    /** For a while two nodes are told that the zone is theirs. */
    SECOND_OWNER(Target.ZONE),
    /** The next commit is aborted, as after a rebalance. */
    COMMIT_ABORTED(Target.ZONE),
    /** The next commit is written, and its owner never hears of it. */
    COMMIT_UNKNOWN_WRITTEN(Target.ZONE),
    /** The next commit is not written, and its owner hears nothing. */
    COMMIT_UNKNOWN_NOT_WRITTEN(Target.ZONE),
    /** The next commit is written a while after its owner has given it up, unless it is fenced by then. */
    COMMIT_UNKNOWN_WRITTEN_LATE(Target.ZONE),
    /** The newest event can't be read for a while, and whoever owns the zone has to take over anew. */
    EVENT_UNREADABLE(Target.ZONE),
    /** All that is read from the log and written to it takes long, for a while. */
    LOG_SLOW(Target.ZONE),
    /** Something that stands in the inbox is appended to it once more. */
    INBOX_REPEATED(Target.ZONE),
    /** Bytes that mean nothing come to the inbox. */
    GARBAGE(Target.ZONE),
    /** An intent comes that is none: unknown fields, missing ones, a newer version. */
    MALFORMED_INTENT(Target.ZONE),
    /** A well-formed report comes that fits nothing: of an unknown host, about an unknown migration. */
    STRANGE_REPORT(Target.ZONE),
    /** The newest snapshot has a bit flipped, and whoever owns the zone has to take over anew. */
    SNAPSHOT_BIT_FLIPPED(Target.ZONE),
    /** The newest snapshot lacks a part, and whoever owns the zone has to take over anew. */
    SNAPSHOT_PART_GONE(Target.ZONE),
    /** The newest snapshot lacks what vouches for it, and whoever owns the zone has to take over anew. */
    SNAPSHOT_FOOTER_GONE(Target.ZONE),
    /** The newest snapshot is of a version that nobody here knows, and whoever owns the zone has to take over anew. */
    SNAPSHOT_NEWER(Target.ZONE),
    /** An agent's process is killed and started again after a while. */
    AGENT_KILLED(Target.HOST),
    /** An agent's process stands still for a while and does not notice. */
    AGENT_STOPPED(Target.HOST),
    /** An agent and the broker hear nothing of each other. */
    AGENT_CUT_OFF(Target.HOST),
    /** No command reaches the agent. */
    AGENT_HEARS_NOTHING(Target.HOST),
    /** No report of the agent arrives. */
    AGENT_IS_NOT_HEARD(Target.HOST),
    /** The agent's disk is full for a while, but for what its journal keeps in reserve. */
    DISK_SHORT(Target.HOST),
    /** The agent's disk is full for a while, and nothing is left in reserve. */
    DISK_FULL(Target.HOST),
    /** Commands reach the agent late. */
    COMMANDS_LATE(Target.HOST),
    /** All commands are delivered to the agent once more, from the first on. */
    COMMANDS_AGAIN(Target.HOST),
    /** The last reports of the agent come once more, in their order. */
    REPORTS_AGAIN(Target.HOST),
    /**
     * A report is held up on its way, its agent dies meanwhile, and is heard in its next life first. Within one life a
     * producer keeps its order, and so does a partition of commands: nothing else can overtake.
     */
    REPORT_OVERTAKEN(Target.HOST),
    /** A report arrives and its acknowledgement does not: the agent sends it again. */
    ACKNOWLEDGEMENT_LOST(Target.HOST),
    /** An agent says something that can't be read: torn, incomplete, of another version, type or zone. */
    MALFORMED_REPORT(Target.HOST),
    /** An agent's clock is wrong, within what is allowed for. */
    AGENT_CLOCK_OFF(Target.HOST),
    /** An agent's clock is wrong by more than what is allowed for. */
    AGENT_CLOCK_FAR_OFF(Target.HOST),
    /** The hypervisor answers nobody for a while; what it was told it does afterwards. */
    HYPERVISOR_STUCK(Target.HOST),
    /** The next migration from the host fails at its start. */
    START_FAILS(Target.HOST),
    /** The next migration from the host is refused by its destination. */
    DESTINATION_REFUSES(Target.HOST),
    /** The next migration from the host fails on its way. */
    JOB_FAILS(Target.HOST),
    /** The next migration from the host loses its destination, which keeps what had come for a while. */
    DESTINATION_LOST(Target.HOST),
    /** The next migration from the host comes to its end, and the call that began it never returns. */
    CALL_HANGS(Target.HOST),
    /** The next migration from the host goes on, though the call that began it fails at once. */
    CALL_LOST(Target.HOST),
    /** The next migration from the host loses its other end in post-copy, and finds it again after a while. */
    POST_COPY_SEVERED(Target.HOST),
    /** The next migration from the host loses its other end in post-copy, where the guest then dies. */
    POST_COPY_LOST(Target.HOST),
    /** The next migration from the host leaves its guest paused at the source. */
    GUEST_STRANDED(Target.HOST),
    /** The next migration from the host succeeds, and then the guest's new QEMU dies with its memory. */
    MEMORY_LOST(Target.HOST),
    /** Somebody pauses a guest by hand, for a while. */
    GUEST_PAUSED(Target.HOST);

    private final Target target;

    FaultKind(Target target) {
        this.target = target;
    }

    /** What it happens to. */
    public Target target() {
        return target;
    }

    /** What a fault can happen to. */
    public enum Target {
        /** A scheduler node. */
        NODE,
        /** A zone with its log. */
        ZONE,
        /** A host with its agent and its hypervisor. */
        HOST
    }
}
