package dev.drover.agent.engine;

import dev.drover.schema.report.FailureKind;

/** What came of asking the hypervisor. */
public sealed interface Answer<T> {
    /** It answered. */
    record Given<T>(T value) implements Answer<T> {}

    /** It would not, or did not in time. */
    record Trouble<T>(FailureKind kind, String detail) implements Answer<T> {}
}
