package dev.drover.agent.domain;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Instant;

/** What an agent must still know after it was killed. */
public sealed interface JournalEntry {
    /** A new life of the agent began. */
    record Started(Incarnation incarnation) implements JournalEntry {}

    /**
     * A command was accepted or refused for good; from now on it is a repeat. Written before the hypervisor, or the zone,
     * hears of it.
     */
    sealed interface Taken extends JournalEntry {
        /** Which command it was. */
        CommandMark mark();
    }

    /**
     * An attempt is about to be started.
     *
     * @param rate what it may send at most, in whole MiB/s
     * @param options by which means it goes
     * @param giveUpAt when it must be stopped
     */
    record MigrationTaken(
            CommandMark mark,
            Cause cause,
            VmId vm,
            HostId destination,
            MigrationUri destinationUri,
            BitsPerSecond rate,
            TransferOptions options,
            Instant giveUpAt)
            implements Taken {}

    /** A running attempt is about to get this rate, in whole MiB/s. */
    record RateTaken(CommandMark mark, Cause cause, BitsPerSecond rate) implements Taken {}

    /** An attempt is to be stopped, however long that takes. */
    record AbortTaken(CommandMark mark) implements Taken {}

    /** Any other command, and any that was refused: what was refused once is never carried out. */
    record OtherTaken(CommandMark mark) implements Taken {}

    /** All rates granted so far hold until then. */
    record LeasesHeard(Leases leases) implements JournalEntry {}

    /** The report of this attempt's end is safe in the zone's inbox. */
    record AttemptReported(MigrationId migration, Attempt attempt, SourceVerdict verdict) implements JournalEntry {}
}
