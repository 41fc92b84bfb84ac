package dev.drover.scheduler.adapter.kafka;

/** What to do where inputs are gone from the inbox before they were read. */
public enum LostInputs {
    /** Stop the zone until somebody has looked. */
    HALT,
    /** Go on behind the gap, since somebody has. */
    ACCEPT
}
