package dev.drover.agent.port;

import dev.drover.schema.report.FailureKind;

/** The hypervisor would not, or could not be asked. */
public final class HypervisorException extends RuntimeException {
    private final FailureKind kind;

    /** {@code message} holds the hypervisor's own words and its raw error code, if it gave one. */
    public HypervisorException(FailureKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Likewise, with what led to it. */
    public HypervisorException(FailureKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What it means for the migration. */
    public FailureKind kind() {
        return kind;
    }
}
