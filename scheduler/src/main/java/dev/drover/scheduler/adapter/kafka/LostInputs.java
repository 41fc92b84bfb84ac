package dev.drover.scheduler.adapter.kafka;

/** What to do where inputs are gone from the inbox before they were read, or their answers from the log. */
public enum LostInputs {
    /** Stop the zone until somebody has looked. */
    HALT,
    /** Go on with what is there, since somebody has. */
    ACCEPT
}
