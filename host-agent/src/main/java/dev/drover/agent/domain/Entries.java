package dev.drover.agent.domain;

import dev.drover.schema.command.AbortMigration;
import dev.drover.schema.command.AttachDevice;
import dev.drover.schema.command.CleanupDestination;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.PrepareDestination;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.message.CommandMessage;
import java.time.Instant;

/** What the journal must hold of a command before it is carried out. */
public final class Entries {
    private Entries() {}

    /** Of this one, taken at {@code now}. */
    public static JournalEntry.Taken of(CommandMessage command, Instant now) {
        return switch (command.command()) {
            case StartMigration start -> taken(command, start, now);
            case SetRate change ->
                new JournalEntry.RateTaken(command.mark(), Cause.of(command.head()), WholeRate.of(change.rate()));
            case ObserveVm observe -> new JournalEntry.OtherTaken(command.mark());
            case ReleaseSource release -> new JournalEntry.OtherTaken(command.mark());
            case AbortMigration abort -> new JournalEntry.AbortTaken(command.mark());
            case PrepareDestination prepare -> new JournalEntry.OtherTaken(command.mark());
            case AttachDevice attach -> new JournalEntry.OtherTaken(command.mark());
            case CleanupDestination cleanup -> new JournalEntry.OtherTaken(command.mark());
        };
    }

    private static JournalEntry.Taken taken(CommandMessage command, StartMigration start, Instant now) {
        return new JournalEntry.MigrationTaken(
                command.mark(),
                Cause.of(command.head()),
                start.vm(),
                start.destination(),
                start.destinationUri(),
                WholeRate.of(start.rate()),
                start.options(),
                start.disks(),
                now.plus(start.giveUpAfter()));
    }
}
