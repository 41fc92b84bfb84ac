package dev.drover.schema.kafka;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.ZoneId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Which partitions are a zone's own. Explicit, never derived from the zone's name, so that a zone keeps its log when
 * others come and go.
 *
 * @param partition its partition of the inbox and of the event log
 * @param commandPartitions its partitions of the commands and of the telemetry, in a fixed order
 */
public record ZoneLayout(ZoneId zone, int partition, List<Integer> commandPartitions) {
    /** Throws {@link IllegalArgumentException} when there is no command partition. */
    public ZoneLayout {
        commandPartitions = List.copyOf(commandPartitions);
        if (commandPartitions.isEmpty()) {
            throw new IllegalArgumentException("zone " + zone + " needs at least one command partition");
        }
    }

    /** The layout of the first and only zone of a small installation: partition 0, and four for commands. */
    public static ZoneLayout only(ZoneId zone) {
        return new ZoneLayout(zone, 0, List.of(0, 1, 2, 3));
    }

    /** Where the host's commands and its telemetry are: scheduler and agent compute the same (CRC-32 of the name). */
    public int commandPartition(HostId host) {
        CRC32 crc = new CRC32();
        crc.update(host.value().getBytes(StandardCharsets.UTF_8));
        return commandPartitions.get((int) (crc.getValue() % commandPartitions.size()));
    }
}
