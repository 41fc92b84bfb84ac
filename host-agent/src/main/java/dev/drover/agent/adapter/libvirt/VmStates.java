package dev.drover.agent.adapter.libvirt;

import dev.drover.schema.inventory.VmState;

/**
 * What libvirt's {@code virDomainState} and its reason mean for a migration. libvirt keeps reasons in memory only: once
 * it was started again, a vm that had migrated away is merely shut off.
 */
final class VmStates {
    private static final int PAUSED = 3;
    private static final int SHUT_OFF = 5;
    private static final int CRASHED = 6;
    private static final int SUSPENDED_BY_GUEST = 7;
    private static final int BECAUSE_MIGRATED = 4;
    private static final int IN_POSTCOPY = 12;
    private static final int POSTCOPY_FAILED = 13;

    private VmStates() {}

    /** Whether {@link #of} wants to know of a job. */
    static boolean dependsOnJob(int state) {
        return state == PAUSED;
    }

    /** Whether a vm that is paused here runs at the destination, with part of its memory still to follow. */
    static boolean inPostCopy(int state, int reason) {
        return postCopyFailed(state, reason) || (state == PAUSED && reason == IN_POSTCOPY);
    }

    /** Whether it has lost the destination in post-copy. */
    static boolean postCopyFailed(int state, int reason) {
        return state == PAUSED && reason == POSTCOPY_FAILED;
    }

    private static VmState paused(int state, int reason, JobDirection job) {
        if (job == JobDirection.INCOMING) {
            return VmState.INCOMING;
        }
        return inPostCopy(state, reason) ? VmState.LEAVING : VmState.PAUSED;
    }

    /**
     * The state of a vm. What is neither stopped nor gone, also what libvirt has no word for or a newer one, is taken
     * to be running: that is the side to err on where two must never run.
     */
    static VmState of(int state, int reason, JobDirection job) {
        return switch (state) {
            case PAUSED -> paused(state, reason, job);
            // Kept for a look at it after its panic, with all its memory.
            case CRASHED, SUSPENDED_BY_GUEST -> VmState.PAUSED;
            case SHUT_OFF -> reason == BECAUSE_MIGRATED ? VmState.MIGRATED_AWAY : VmState.SHUT_OFF;
            default -> VmState.RUNNING;
        };
    }
}
