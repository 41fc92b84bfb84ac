package dev.drover.schema.report;

/** Why an agent did not execute a command. */
public enum RefusalReason {
    /** It came after its expiry. */
    EXPIRED,
    /** It was written by an owner of the zone that has been replaced. */
    OLD_EPOCH,
    /** Its attempt has been superseded by a later one. */
    OLD_ATTEMPT,
    /** It speaks of a migration that does not run here. */
    NOT_RUNNING_HERE,
    /** This agent does not know how. */
    NOT_SUPPORTED,
    /** This agent can't write down what it does, so it begins nothing. */
    NO_JOURNAL,
    /** The hypervisor would not; the detail holds its words. */
    HYPERVISOR_ERROR
}
