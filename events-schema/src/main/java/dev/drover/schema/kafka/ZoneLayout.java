package dev.drover.schema.kafka;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.ZoneId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Which partitions are a zone's own. Explicit, never derived from the zone's name, so that a zone keeps its log when
 * others come and go.
 *
 * @param partition its partition of the inbox, of the event log and of the snapshots
 * @param commandPartitions its partitions of the commands and of the telemetry, in a fixed order
 */
public record ZoneLayout(ZoneId zone, int partition, List<Integer> commandPartitions) {
    /** Validates; throws {@link InvalidValueException}. */
    public ZoneLayout {
        Check.atLeast("partition", partition, 0);
        commandPartitions = List.copyOf(commandPartitions);
        if (commandPartitions.isEmpty()) {
            throw new InvalidValueException("commandPartitions", "is empty; a zone needs at least one");
        }
        commandPartitions.forEach(one -> Check.atLeast("commandPartitions", one, 0));
        if (commandPartitions.stream().distinct().count() < commandPartitions.size()) {
            throw new InvalidValueException(
                    "commandPartitions", "is " + commandPartitions + "; name each partition once");
        }
    }

    /** What the first zone of a table gets: partition 0, and four for commands. */
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
