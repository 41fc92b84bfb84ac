package dev.drover.cli.lab;

/** The lab would not; it has said why on standard error, or the message does. */
public final class LabException extends RuntimeException {
    private final int exitCode;

    /** {@code exitCode} is the lab's own: 1 failed, 2 usage, 3 can't run here. */
    public LabException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The lab's exit code. */
    public int exitCode() {
        return exitCode;
    }
}
