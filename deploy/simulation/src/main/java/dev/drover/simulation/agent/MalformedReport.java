package dev.drover.simulation.agent;

import dev.drover.schema.message.ReportMessage;
import dev.drover.simulation.log.SimTopics;
import java.nio.charset.StandardCharsets;

/** Ways in which a report can be none. */
public enum MalformedReport {
    /** A newer program wrote it. */
    NEWER("ce_typeversion", "99"),
    /** Nobody has heard of its type. */
    UNKNOWN_TYPE("ce_type", "dev.drover.report.unheard-of"),
    /** Its content is that of another type. */
    OTHER_TYPE("ce_type", "dev.drover.report.migration-ended"),
    /** It has no name. */
    NAMELESS("ce_id", ""),
    /** It is another zone's. */
    OTHER_ZONE("ce_zone", "another-zone"),
    /** It was said at no time. */
    NO_TIME("ce_time", "yesterday"),
    /** Nobody said it. */
    NOBODY("ce_host", ""),
    /** Its place among the agent's reports is none. */
    NO_PLACE("ce_sequence", "-1"),
    /** The life in which it was said is none. */
    NO_LIFE("ce_incarnation", "first"),
    /** Only its beginning is there. */
    TORN("{\"facts\":{\"host\":\"h"),
    /** What belongs to it is missing. */
    INCOMPLETE("{}"),
    /** It is no text. */
    BYTES("\u0000\u0001\u0002");

    private final String header;
    private final String instead;
    private final boolean isBody;

    MalformedReport(String header, String instead) {
        this.header = header;
        this.instead = instead;
        this.isBody = false;
    }

    MalformedReport(String body) {
        this.header = "none";
        this.instead = body;
        this.isBody = true;
    }

    /** Appends what is left of {@code sound} to the inbox. */
    public void tell(SimTopics topics, ReportMessage sound) {
        if (isBody) {
            topics.tellTampered(sound, header, "", instead.getBytes(StandardCharsets.UTF_8));
        } else {
            topics.tellTampered(sound, header, instead);
        }
    }
}
