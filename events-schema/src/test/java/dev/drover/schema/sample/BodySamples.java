package dev.drover.schema.sample;

import static dev.drover.schema.sample.Parts.ATTEMPT;
import static dev.drover.schema.sample.Parts.DESTINATION;
import static dev.drover.schema.sample.Parts.DESTINATION_URI;
import static dev.drover.schema.sample.Parts.INTENT;
import static dev.drover.schema.sample.Parts.MIGRATION;
import static dev.drover.schema.sample.Parts.RATE;
import static dev.drover.schema.sample.Parts.SOURCE;
import static dev.drover.schema.sample.Parts.VM;

import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.intent.EvacuateHost;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.telemetry.MigrationProgress;
import dev.drover.schema.telemetry.Telemetry;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Map;

/** What operators want, what agents are told and what they measure. */
final class BodySamples {
    static final Map<String, Intent> INTENTS = Map.of("intent.evacuate-host", new EvacuateHost(INTENT, SOURCE));

    static final Map<String, AgentCommand> COMMANDS = Map.of(
            "command.start-migration",
            new StartMigration(VM, DESTINATION, DESTINATION_URI, RATE, Duration.ofMinutes(20)),
            "command.set-rate",
            new SetRate(VM, RATE),
            "command.observe-vm",
            new ObserveVm(VM),
            "command.release-source",
            new ReleaseSource(VM));

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
