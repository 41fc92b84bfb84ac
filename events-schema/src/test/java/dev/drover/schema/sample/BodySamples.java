package dev.drover.schema.sample;

import static dev.drover.schema.sample.Parts.ATTEMPT;
import static dev.drover.schema.sample.Parts.DESTINATION;
import static dev.drover.schema.sample.Parts.DESTINATION_URI;
import static dev.drover.schema.sample.Parts.DEVICE;
import static dev.drover.schema.sample.Parts.DISK;
import static dev.drover.schema.sample.Parts.LATER;
import static dev.drover.schema.sample.Parts.MIGRATION;
import static dev.drover.schema.sample.Parts.NAME;
import static dev.drover.schema.sample.Parts.RATE;
import static dev.drover.schema.sample.Parts.SOURCE;
import static dev.drover.schema.sample.Parts.VM;

import dev.drover.schema.command.AbortMigration;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.AttachDevice;
import dev.drover.schema.command.CleanupDestination;
import dev.drover.schema.command.LeasesValidUntil;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.PrepareDestination;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.telemetry.MigrationProgress;
import dev.drover.schema.telemetry.Telemetry;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.transfer.DiskCopy;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What agents are told and what they measure. */
final class BodySamples {
    static final Map<String, AgentCommand> COMMANDS = Map.of(
            "command.start-migration",
            new StartMigration(
                    VM,
                    DESTINATION,
                    DESTINATION_URI,
                    RATE,
                    Duration.ofMinutes(20),
                    TransferOptions.PLAIN.slowingDown().allowingPostCopy(),
                    Optional.of(new DiskCopy(CopyMode.INCREMENTAL, List.of(DISK.target())))),
            "command.set-rate",
            new SetRate(VM, RATE),
            "command.observe-vm",
            new ObserveVm(VM),
            "command.release-source",
            new ReleaseSource(VM, List.of(DISK.path())),
            "command.prepare-destination",
            new PrepareDestination(VM, NAME, Bytes.gibibytes(8), SOURCE, List.of(DISK), CopyMode.INCREMENTAL),
            "command.attach-device",
            new AttachDevice(VM, DEVICE),
            "command.cleanup-destination",
            new CleanupDestination(VM),
            "command.abort-migration",
            new AbortMigration(VM));

    static final Map<String, LeasesValidUntil> LEASES =
            Map.of("command.leases-valid-until", new LeasesValidUntil(LATER));

    static final Map<String, Telemetry> TELEMETRY = Map.of(
            "telemetry.migration-progress",
            new MigrationProgress(
                    MIGRATION,
                    ATTEMPT,
                    VM,
                    Duration.ofMillis(31_007),
                    Bytes.gibibytes(8),
                    Bytes.mebibytes(1_280),
                    Bytes.mebibytes(7_902),
                    RATE,
                    BitsPerSecond.mebibytesPerSecond(95),
                    3));

    private BodySamples() {}
}
