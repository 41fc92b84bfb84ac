package dev.drover.agent.engine;

/** All there is to say of something that gives nothing back. */
public enum Done {
    /** It is done. */
    DONE
}
