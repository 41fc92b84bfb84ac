package dev.drover.scheduler.engine;

/** Where a node is with a zone that was given to it. {@link ZoneLifecycle} says what leads from one to the next. */
public enum ZonePhase {
    /** Given, and nothing done yet. */
    INITIAL,
    /** Earlier owners are shut out, the state is brought up to the end of the log. */
    LOADING,
    /** This node decides. */
    ACTIVE,
    /** Shut out, or unable to say what was written: the zone is loaded anew after a pause, unless it is taken away. */
    FENCED,
    /** The log can't be read or inputs were lost: somebody has to act. Looked at again now and then. */
    FAILED
}
