package dev.drover.cli.zone;

import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import dev.drover.schema.kafka.ZoneTableReader;
import java.time.Duration;
import org.apache.kafka.common.errors.RetriableException;

/** Finds where a zone is. */
public final class ZoneDirectory {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ZoneDirectory() {}

    /** Its partitions; throws {@link ZoneWatchException} naming the zones there are, or the Kafka that does not answer. */
    public static ZoneLayout find(String kafka, ZoneId zone) {
        return find(kafka, zone, PATIENCE);
    }

    /** Likewise of a Kafka that may take this long to answer. */
    public static ZoneLayout find(String kafka, ZoneId zone, Duration patience) {
        try {
            ZoneTable table = ZoneTableReader.read(kafka, patience);
            return table.find(zone).orElseThrow(() -> new ZoneWatchException(table.absence(zone)));
        } catch (RetriableException silent) {
            throw new ZoneWatchException("Kafka at " + kafka + " does not answer within " + patience.toSeconds()
                    + " s; is it running, and is that its address? (" + silent.getMessage() + ")");
        }
    }
}
