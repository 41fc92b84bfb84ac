package dev.drover.schema.intent;

/** Where an operator found the guest of a migration that the zone could not judge. */
public enum OperatorVerdict {
    /** It is at the source, and only there. */
    AT_SOURCE,
    /** It is at the destination, and only there. */
    AT_DESTINATION,
    /** It is at neither: its memory is gone. */
    LOST
}
