package dev.drover.agent.domain;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Instant;

/**
 * An attempt that was taken and whose end has not been reported for certain.
 *
 * @param rate what it may send at most, as it was last told
 * @param expiresAt when its command expired or expires
 * @param giveUpAt when it must be stopped
 */
public record OpenAttempt(
        AttemptKey key,
        Cause cause,
        VmId vm,
        HostId destination,
        MigrationUri destinationUri,
        BitsPerSecond rate,
        Instant expiresAt,
        Instant giveUpAt) {
    /** As it stands in the journal. */
    public static OpenAttempt of(JournalEntry.MigrationTaken taken) {
        return new OpenAttempt(
                new AttemptKey(taken.mark().migration(), taken.mark().attempt()),
                taken.cause(),
                taken.vm(),
                taken.destination(),
                taken.destinationUri(),
                taken.rate(),
                taken.mark().expiresAt(),
                taken.giveUpAt());
    }

    /** The same at another rate. */
    public OpenAttempt at(BitsPerSecond other) {
        return new OpenAttempt(key, cause, vm, destination, destinationUri, other, expiresAt, giveUpAt);
    }
}
