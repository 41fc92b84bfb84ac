package dev.drover.schema.report;

/** Why a migration did not happen, as far as it tells what to do next. */
public enum FailureKind {
    /** It ran past the time it was given and was stopped. */
    OUT_OF_TIME,
    /** Somebody stopped it. */
    ABORTED,
    /** The destination could not be reached, or was lost on the way. */
    DESTINATION_UNREACHABLE,
    /** The destination refused: no memory, another CPU, a missing disk or network. */
    DESTINATION_REFUSED,
    /** The vm was not running at the source when it was to start. */
    VM_NOT_RUNNING,
    /** Anything else; the detail holds the hypervisor's words. */
    HYPERVISOR_ERROR
}
