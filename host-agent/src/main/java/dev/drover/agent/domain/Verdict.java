package dev.drover.agent.domain;

import dev.drover.schema.report.RefusalReason;

/** What to do with a command. */
public sealed interface Verdict {
    /** It is new, in time, and from the zone's owner. */
    record Execute() implements Verdict {}

    /** It was taken or refused before: nothing is to be done and nothing to be said. */
    record Repeat() implements Verdict {}

    /** It must not be executed, and whoever sent it is to know why. */
    record Refuse(RefusalReason reason, String detail) implements Verdict {}
}
