package dev.drover.schema.message;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.Sequence;

/** Which of its host's reports this is: what makes a repeated report a no-op. */
public record ReportMark(HostId host, Incarnation incarnation, Sequence sequence) {
    /** Whether this comes after {@code earlier}, which must be of the same host. */
    public boolean isAfter(ReportMark earlier) {
        int lives = incarnation.compareTo(earlier.incarnation);
        return lives > 0 || (lives == 0 && sequence.compareTo(earlier.sequence) > 0);
    }
}
