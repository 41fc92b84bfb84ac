package dev.drover.schema.forecast;

import java.time.Duration;

/** Whether a guest can be moved under its terms, and what it takes. */
public sealed interface Verdict {
    /** As it stands. */
    record Converges() implements Verdict {}

    /** With this downtime limit, which is still within what the guest was promised. */
    record WithLargerDowntime(Duration limit) implements Verdict {}

    /** By slowing the guest down, in the end by so much. */
    record NeedsAutoConverge(int percent) implements Verdict {}

    /** By letting it run at the destination first. */
    record NeedsPostCopy() implements Verdict {}

    /** Not under these terms; {@code why} says what would help. */
    record Cannot(String why) implements Verdict {}
}
