package dev.drover.scheduler.domain.lease;

import dev.drover.schema.id.Sequence;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Instant;

/**
 * The rate one migration may use. Immutable.
 *
 * @param granted what it was told last
 * @param charged what it may be sending: the largest of what it last said and of all it was told since
 * @param command what told it
 * @param acknowledged whether it has said so
 * @param dueAt when to tell it again, if it has not
 */
public record Lease(
        BitsPerSecond granted, BitsPerSecond charged, Sequence command, boolean acknowledged, Instant dueAt) {
    /** As told with its start. */
    public static Lease first(BitsPerSecond rate, Sequence command, Instant dueAt) {
        return new Lease(rate, rate, command, false, dueAt);
    }

    /** After it was told another rate: until it answers it may send at the old one as well. */
    public Lease granted(BitsPerSecond rate, Sequence by, Instant due) {
        return new Lease(rate, charged.max(rate), by, false, due);
    }

    /** After it answered {@code answered}: an answer to an earlier command says nothing about a later one. */
    public Lease acknowledged(Sequence answered) {
        return answered.equals(command) ? new Lease(granted, granted, command, true, dueAt) : this;
    }

    /** Whether it was told and has not answered in time. */
    public boolean isOverdue(Instant now) {
        return !acknowledged && !dueAt.isAfter(now);
    }
}
