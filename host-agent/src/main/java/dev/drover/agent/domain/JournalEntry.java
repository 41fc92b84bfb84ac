package dev.drover.agent.domain;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.transfer.DiskCopy;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
     * @param disks those that go along
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
            Optional<DiskCopy> disks,
            Instant giveUpAt)
            implements Taken {}

    /** A running attempt is about to get this rate, in whole MiB/s. */
    record RateTaken(CommandMark mark, Cause cause, BitsPerSecond rate) implements Taken {}

    /** An attempt is to be stopped, however long that takes. */
    record AbortTaken(CommandMark mark) implements Taken {}

    /** Any other command, and any that was refused: what was refused once is never carried out. */
    record OtherTaken(CommandMark mark) implements Taken {}

    /** Files are about to be made for a vm that is to come; until {@link RoomClosed} they are this agent's to remove. */
    record RoomMade(VmId vm, List<FilePath> files) implements JournalEntry {
        /** Copies the list. */
        public RoomMade {
            files = List.copyOf(files);
        }
    }

    /** What was made for the vm is gone, or the vm's own. */
    record RoomClosed(VmId vm) implements JournalEntry {}

    /** All rates granted so far hold until then. */
    record LeasesHeard(Leases leases) implements JournalEntry {}

    /** The report of this attempt's end is safe in the zone's inbox. */
    record AttemptReported(MigrationId migration, Attempt attempt, SourceVerdict verdict) implements JournalEntry {}
}
