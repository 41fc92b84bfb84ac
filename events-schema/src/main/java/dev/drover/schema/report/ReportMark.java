package dev.drover.schema.report;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.Sequence;
import java.util.Comparator;

/** Which of its host's reports this is: what makes a repeated report a no-op. Ordered by host, then as reported. */
public record ReportMark(HostId host, Incarnation incarnation, Sequence sequence) implements Comparable<ReportMark> {
    private static final Comparator<ReportMark> ORDER = Comparator.comparing(ReportMark::host)
            .thenComparing(ReportMark::incarnation)
            .thenComparing(ReportMark::sequence);

    /** Whether this comes after {@code earlier}, which must be of the same host. */
    public boolean isAfter(ReportMark earlier) {
        int lives = incarnation.compareTo(earlier.incarnation);
        return lives > 0 || (lives == 0 && sequence.compareTo(earlier.sequence) > 0);
    }

    @Override
    public int compareTo(ReportMark other) {
        return ORDER.compare(this, other);
    }
}
