package dev.drover.simulation.scenario;

import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.transfer.OwnDisks;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;

/** The figures by which the zones decide. */
public record PolicyPlan(
        int parallelOut,
        int parallelIn,
        int linkSharePercent,
        int commandLifeSeconds,
        int giveUpAfterSeconds,
        int askAfterSeconds,
        int attempts,
        int retryAfterSeconds,
        int questions,
        boolean copyDisks) {
    /** How far the clocks of a zone may be apart. */
    public static final Duration SKEW = Duration.ofSeconds(2);

    /** As the scheduler wants them. */
    public ZonePolicy policy() {
        return new ZonePolicy(
                parallelOut,
                parallelIn,
                linkSharePercent,
                BitsPerSecond.mebibytesPerSecond(1),
                Duration.ofSeconds(commandLifeSeconds),
                Duration.ofSeconds(giveUpAfterSeconds),
                Duration.ofSeconds(askAfterSeconds),
                attempts,
                Duration.ofSeconds(retryAfterSeconds),
                Duration.ofSeconds(4L * askAfterSeconds),
                questions,
                SKEW,
                copyDisks ? TransferOptions.PLAIN.withDisks(OwnDisks.GO) : TransferOptions.PLAIN);
    }

    /** What migrations may use of a network card, each way. */
    public BitsPerSecond usable(BitsPerSecond nic) {
        return new BitsPerSecond(nic.value() / 100 * linkSharePercent);
    }
}
