package dev.drover.agent.app;

import dev.drover.agent.adapter.kafka.KafkaAddress;
import dev.drover.agent.engine.Pace;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.unit.BitsPerSecond;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every program that runs agents is told. */
// picocli fills in the options before anything reads them.
@SuppressWarnings("NullAway.Init")
final class CommonOptions {
    @Option(
            names = "--zone",
            required = true,
            paramLabel = "ZONE",
            converter = OptionValues.Zone.class,
            description = "The zone that commands this agent; waited for until a scheduler has enrolled it.")
    ZoneId zone;

    @Option(
            names = "--kafka",
            required = true,
            paramLabel = "HOST:PORT",
            converter = OptionValues.Bootstrap.class,
            description = "One or more Kafka brokers, with commas between.")
    String kafka;

    @Option(
            names = "--journal",
            required = true,
            paramLabel = "DIR",
            description = "A folder for what the agent must remember; made when missing. Never share or empty it.")
    Path journal;

    @Option(
            names = "--nic-mbit",
            required = true,
            paramLabel = "N",
            converter = OptionValues.Megabits.class,
            description = "What the migration network card can send, and likewise receive, in Mbit/s.")
    BitsPerSecond nic;

    @Option(
            names = "--skew",
            paramLabel = "TIME",
            defaultValue = "2s",
            converter = OptionValues.Skew.class,
            description = "How far this machine's clock and the scheduler's may differ, as in the zone's policy:"
                    + " commands count as expired that much early (default: ${DEFAULT-VALUE}).")
    Duration skew;

    @Option(names = "--with-parent", description = "End when stdin closes, as it does when the parent process ends.")
    boolean withParent;

    /** Where the zone's messages are; empty when the process was asked to end before that was known. */
    Optional<ZoneLayout> findZone(StopSignal stop) {
        return ZoneSearch.of(zone, kafka, journal, stop);
    }

    AgentSettings settings(ZoneLayout layout, HostId host, Path folder) {
        return new AgentSettings(new KafkaAddress(kafka, layout, host), folder, Pace.USUAL.withSkew(skew));
    }
}
