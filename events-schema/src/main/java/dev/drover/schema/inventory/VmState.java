package dev.drover.schema.inventory;

/** What a host's libvirt says of a vm it knows. */
public enum VmState {
    /** Its vCPUs run here. */
    RUNNING,
    /** Its vCPUs are stopped here, its memory is here. */
    PAUSED,
    /** It is on its way here; its vCPUs do not run here yet. */
    INCOMING,
    /**
     * It was switched to post-copy: it runs at another host, and fetches from here what it lacks of its memory. Never
     * resume it, never stop it.
     */
    LEAVING,
    /** Only its definition is here, and it was stopped here. */
    SHUT_OFF,
    /** Only its definition is here, left behind when it went to another host. Never start it. */
    MIGRATED_AWAY;

    /** Whether the vm holds memory on this host. */
    public boolean holdsMemory() {
        return this == RUNNING || this == PAUSED || this == INCOMING || this == LEAVING;
    }
}
