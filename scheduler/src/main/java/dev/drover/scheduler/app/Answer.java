package dev.drover.scheduler.app;

import dev.drover.schema.id.LogPosition;
import dev.drover.schema.id.NodeId;

/** What a node says when it is asked about a zone. */
public sealed interface Answer<T> {
    /**
     * It knows.
     *
     * @param events how many events the state held that was asked
     * @param position up to where in the log
     */
    record Here<T>(T value, long events, LogPosition position) implements Answer<T> {}

    /** Another node knows: ask that one. */
    record Elsewhere<T>(NodeId owner) implements Answer<T> {}

    /** Nobody seems to own it at this moment; ask again soon. */
    record Nobody<T>() implements Answer<T> {}
}
