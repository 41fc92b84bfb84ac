package dev.drover.agent.engine;

import dev.drover.agent.domain.AttemptKey;
import dev.drover.agent.domain.ZoneTime;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.id.VmId;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.LeaseMessage;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.SourceVerdict;

/** What a {@link Agent} is told. */
public sealed interface HostMessage {
    /**
     * Carry out a command.
     *
     * @param time how late it is at least
     * @param taken to be run when the command need not come again
     */
    record Obey(CommandMessage command, ZoneTime time, Runnable taken) implements HostMessage {}

    /**
     * Word on the leases.
     *
     * @param taken to be run when it need not come again
     */
    record Hear(LeaseMessage message, Runnable taken) implements HostMessage {}

    /** The word on the leases is in the journal. */
    record Kept(Hear hear) implements HostMessage {}

    /** The command is in the journal: act. */
    record Journalled(Obey obey) implements HostMessage {}

    /** It is in the journal that the command is not to be carried out: say so. */
    record Declined(Obey obey, RefusalReason reason, String detail) implements HostMessage {}

    /** Something that nobody waits for is in the journal. */
    record Noted() implements HostMessage {}

    /** The journal is short of room, so that nothing new may begin. */
    record JournalFull(String why) implements HostMessage {}

    /** An entry that somebody waits for is not in the journal and will not be. */
    record NotWritten(JournalMessage.Append append, String why) implements HostMessage {}

    /** The journal has room again, and all that waited is in it. */
    record JournalWell() implements HostMessage {}

    /** What became of an attempt of an earlier life is known: it still runs, or its end has been reported. */
    record Settled(AttemptKey attempt) implements HostMessage {}

    /** An attempt is over; its vm is free. */
    record Over(AttemptKey attempt) implements HostMessage {}

    /** The end of an attempt is safe in the inbox. */
    record EndReported(AttemptKey attempt, SourceVerdict verdict) implements HostMessage {}

    /** The first inventory of this life has been reported. */
    record InventoryReported() implements HostMessage {}

    /** The answer to a question about a vm. */
    record Observed(Obey obey, VmId vm, Answer<Sighting> answer) implements HostMessage {}

    /** What came of releasing a vm. */
    record Released(Obey obey, Answer<Done> answer) implements HostMessage {}

    /** Making or removing room for disks goes on. */
    record InRoom(RoomMessage message) implements HostMessage {}

    /** A report was lost for ever. */
    record ReportLost(Throwable reason) implements HostMessage {}
}
