package dev.drover.schema.inventory;

/** Why a vm can't be migrated live. */
public enum HindranceKind {
    /** A device of its host is passed through to it, and is not one half of a failover pair. */
    HOST_DEVICE,
    /** It shares a folder of its host. */
    HOST_FOLDER,
    /** A disk of its own lies where other hosts do not reach it. */
    LOCAL_DISK,
    /** Its memory is encrypted by its host's processor. */
    ENCRYPTED_MEMORY,
    /** Its hypervisor has no definition of it that could stay until it has arrived. */
    NO_DEFINITION
}
