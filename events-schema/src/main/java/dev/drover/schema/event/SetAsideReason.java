package dev.drover.schema.event;

/** What is wrong with an input that was set aside. */
public enum SetAsideReason {
    /** It holds more bytes than a record of its kind may. */
    TOO_LARGE,
    /** It is no JSON, or no CloudEvent. */
    MALFORMED,
    /** Its type does not belong into an inbox, or nobody knows it. */
    UNKNOWN_TYPE,
    /** A newer Drover wrote it. */
    NEWER_VERSION,
    /** Its envelope lacks an attribute. */
    MISSING_ATTRIBUTE,
    /** A field is missing, unknown, of the wrong type or out of range, or it is another zone's. */
    INVALID_VALUE,
    /** It can be read, but Drover failed at it: a mistake of Drover's. */
    MISTAKE
}
