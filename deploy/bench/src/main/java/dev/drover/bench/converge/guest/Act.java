package dev.drover.bench.converge.guest;

/** What can be done about a migration that copies. */
public sealed interface Act {
    /** It may stop the guest for so long at the end. */
    record Limit(double seconds) implements Act {}

    /** QEMU slows the guest down from now on. */
    record SlowDown() implements Act {}

    /** The guest goes on at the destination. */
    record PostCopy() implements Act {}

    /** The guest is stopped until all of it is there. */
    record Pause() implements Act {}

    /** The guest stays. */
    record Abort() implements Act {}
}
