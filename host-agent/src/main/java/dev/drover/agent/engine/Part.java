package dev.drover.agent.engine;

/** One part of an agent. It is told one thing at a time. */
@FunctionalInterface
public interface Part<M> {
    /** Takes a message; false when that was the last. */
    boolean on(M message);
}
