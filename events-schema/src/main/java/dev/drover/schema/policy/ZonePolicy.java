package dev.drover.schema.policy;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * The figures by which a zone decides. Durations count in whole milliseconds.
 *
 * @param parallelOut how many migrations may leave a host at once
 * @param parallelIn how many may come to a host at once
 * @param linkSharePercent the part of a link's capacity that migrations may use
 * @param quantum the steps in which the driver can set a rate
 * @param commandLife how long a command may be executed after it was written
 * @param giveUpAfter how long one attempt may take
 * @param askAfter how long to wait for an expected report before asking for it
 * @param attempts how often a migration is tried
 * @param retryAfter how long to wait between attempts
 * @param askAtMost the longest pause between two questions about the same report
 * @param questionsBeforeOperator how often an end that answers without deciding anything is asked before an operator is
 *     called
 * @param skew how far the clocks of the zone may be apart
 * @param transfer by which means migrations go
 */
public record ZonePolicy(
        int parallelOut,
        int parallelIn,
        int linkSharePercent,
        BitsPerSecond quantum,
        Duration commandLife,
        Duration giveUpAfter,
        Duration askAfter,
        int attempts,
        Duration retryAfter,
        Duration askAtMost,
        int questionsBeforeOperator,
        Duration skew,
        TransferOptions transfer) {
    /** No duration may be longer: the times that come of it must still fit on the wire. */
    public static final Duration LONGEST = Duration.ofDays(365);

    /** Throws {@link InvalidValueException} for a policy under which nothing could ever move. */
    public ZonePolicy {
        Check.atLeast("parallelOut", parallelOut, 1);
        Check.atLeast("parallelIn", parallelIn, 1);
        Check.atLeast("attempts", attempts, 1);
        Check.atLeast("questionsBeforeOperator", questionsBeforeOperator, 1);
        if (quantum.equals(BitsPerSecond.ZERO)) {
            throw new InvalidValueException("quantum", "is 0 bit/s; it must be the driver's smallest rate");
        }
        if (linkSharePercent < 1 || linkSharePercent > 100) {
            throw new InvalidValueException("linkSharePercent", "is " + linkSharePercent + "; it must be 1 to 100");
        }
        skew = atLeast(0, "skew", skew);
        commandLife = atLeast(1, "commandLife", commandLife);
        giveUpAfter = atLeast(1, "giveUpAfter", giveUpAfter);
        askAfter = atLeast(1, "askAfter", askAfter);
        retryAfter = atLeast(1, "retryAfter", retryAfter);
        askAtMost = atLeast(1, "askAtMost", askAtMost);
        outlives(commandLife, skew.multipliedBy(2));
    }

    /** What suits a small datacenter. */
    public static ZonePolicy standard() {
        return new ZonePolicy(
                2,
                2,
                80,
                BitsPerSecond.mebibytesPerSecond(1),
                Duration.ofSeconds(30),
                Duration.ofMinutes(30),
                Duration.ofSeconds(10),
                3,
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                12,
                Duration.ofSeconds(2),
                TransferOptions.PLAIN);
    }

    /** The same, with this many migrations out of a host, and into one, at once. */
    public ZonePolicy withParallel(int count) {
        return with(count, count, linkSharePercent, transfer);
    }

    /** The same, with this part of each link for migrations. */
    public ZonePolicy withLinkShare(int percent) {
        return with(parallelOut, parallelIn, percent, transfer);
    }

    /** The same, by these means. */
    public ZonePolicy withTransfer(TransferOptions means) {
        return with(parallelOut, parallelIn, linkSharePercent, means);
    }

    private ZonePolicy with(int out, int in, int percent, TransferOptions means) {
        return new ZonePolicy(
                out,
                in,
                percent,
                quantum,
                commandLife,
                giveUpAfter,
                askAfter,
                attempts,
                retryAfter,
                askAtMost,
                questionsBeforeOperator,
                skew,
                means);
    }

    private static Duration atLeast(long millis, String field, Duration value) {
        if (value.compareTo(Duration.ofMillis(millis)) < 0 || value.compareTo(LONGEST) > 0) {
            throw new InvalidValueException(
                    field, "is " + value + "; it must be at least " + millis + " ms and at most 365 days");
        }
        return value.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The scheduler's clock may be ahead of an agent's when it writes a command, and behind it when it gives it up. */
    private static void outlives(Duration commandLife, Duration twiceTheSkew) {
        if (commandLife.compareTo(twiceTheSkew) <= 0) {
            throw new InvalidValueException(
                    "commandLife",
                    "is " + commandLife + "; it must be longer than twice the skew, " + twiceTheSkew
                            + ": lengthen it, or lower the skew");
        }
    }
}
