package dev.drover.agent.domain;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.transfer.DiskCopy;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Instant;
import java.util.Optional;

/**
 * An attempt that was taken and whose end has not been reported for certain.
 *
 * @param rate what it may send at most, as it was last told
 * @param options by which means it goes
 * @param disks those that go along
 * @param order the command that set this rate; empty while it is the one that the attempt began with
 * @param aborted whether it is to be stopped by command
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
        TransferOptions options,
        Optional<DiskCopy> disks,
        Optional<RateOrder> order,
        boolean aborted,
        Instant expiresAt,
        Instant giveUpAt) {
    /** Which command set a rate, and why. */
    public record RateOrder(Sequence command, Cause cause) {}

    /** As it stands in the journal. */
    public static OpenAttempt of(JournalEntry.MigrationTaken taken) {
        return new OpenAttempt(
                new AttemptKey(taken.mark().migration(), taken.mark().attempt()),
                taken.cause(),
                taken.vm(),
                taken.destination(),
                taken.destinationUri(),
                taken.rate(),
                taken.options(),
                taken.disks(),
                Optional.empty(),
                false,
                taken.mark().expiresAt(),
                taken.giveUpAt());
    }

    /** The same at another rate. */
    OpenAttempt at(JournalEntry.RateTaken taken) {
        RateOrder newest = new RateOrder(taken.mark().sequence(), taken.cause());
        return new OpenAttempt(
                key,
                cause,
                vm,
                destination,
                destinationUri,
                taken.rate(),
                options,
                disks,
                Optional.of(newest),
                aborted,
                expiresAt,
                giveUpAt);
    }

    /** The same, to be stopped. */
    OpenAttempt toBeAborted() {
        return new OpenAttempt(
                key, cause, vm, destination, destinationUri, rate, options, disks, order, true, expiresAt, giveUpAt);
    }
}
