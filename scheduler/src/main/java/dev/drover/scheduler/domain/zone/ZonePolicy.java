package dev.drover.scheduler.domain.zone;

import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;

/**
 * The figures by which a zone decides.
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
        Duration retryAfter) {
    /** Throws {@link InvalidValueException} for a policy under which nothing could ever move. */
    public ZonePolicy {
        atLeastOne("parallelOut", parallelOut);
        atLeastOne("parallelIn", parallelIn);
        atLeastOne("attempts", attempts);
        if (quantum.equals(BitsPerSecond.ZERO)) {
            throw new InvalidValueException("quantum", "is 0 bit/s; it must be the driver's smallest rate");
        }
        if (linkSharePercent < 1 || linkSharePercent > 100) {
            throw new InvalidValueException("linkSharePercent", "is " + linkSharePercent + "; it must be 1 to 100");
        }
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
                Duration.ofSeconds(5));
    }

    /** The same, with this many migrations out of a host, and into one, at once. */
    public ZonePolicy withParallel(int count) {
        return new ZonePolicy(
                count, count, linkSharePercent, quantum, commandLife, giveUpAfter, askAfter, attempts, retryAfter);
    }

    /** The same, with this part of each link for migrations. */
    public ZonePolicy withLinkShare(int percent) {
        return new ZonePolicy(
                parallelOut, parallelIn, percent, quantum, commandLife, giveUpAfter, askAfter, attempts, retryAfter);
    }

    private static void atLeastOne(String field, int value) {
        if (value < 1) {
            throw new InvalidValueException(field, "is " + value + "; it must be at least 1");
        }
    }
}
