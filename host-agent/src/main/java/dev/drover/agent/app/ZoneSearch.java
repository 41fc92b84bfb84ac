package dev.drover.agent.app;

import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import dev.drover.schema.kafka.ZoneTableException;
import dev.drover.schema.kafka.ZoneTableReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the zone's partitions, which stay the same for ever. A host may start before its scheduler, so a zone that is
 * not there yet is waited for, aloud. What was found is remembered beside the journal: an agent that starts while Kafka
 * is away must look after the migrations it left running.
 */
final class ZoneSearch {
    private static final Logger LOG = LoggerFactory.getLogger(ZoneSearch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** When there is a memory to go on with, running migrations wait for this. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(3);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final String kafka;
    private final ZoneId zone;
    private final RememberedZone memory;

    private ZoneSearch(String kafka, ZoneId zone, RememberedZone memory) {
        this.kafka = kafka;
        this.zone = zone;
        this.memory = memory;
    }

    /**
     * Looks until it is found; empty when the process was asked to end before it was.
     *
     * @param folder keeps what was found
     * @throws org.apache.kafka.common.KafkaException when the address of Kafka can't be used at all
     */
    static Optional<ZoneLayout> of(ZoneId zone, String kafka, Path folder, StopSignal stop) {
        return new ZoneSearch(kafka, zone, new RememberedZone(folder)).until(stop);
    }

    private Optional<ZoneLayout> until(StopSignal stop) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            Optional<ZoneLayout> found = look(pause);
            if (found.isPresent() || stop.askedWithin(pause)) {
                return found;
            }
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    private Optional<ZoneLayout> look(Duration pause) {
        try {
            ZoneTable table = ZoneTableReader.read(kafka, memory.recall(zone).isPresent() ? SHORT_PATIENCE : PATIENCE);
            Optional<ZoneLayout> found = table.find(zone);
            found.ifPresentOrElse(
                    memory::keep, () -> LOG.warn("{}; looks again in {} s", table.absence(zone), pause.toSeconds()));
            return found;
        } catch (RetriableException away) {
            return remembered("Kafka at " + kafka + " does not answer", pause);
        } catch (ZoneTableException unusable) {
            return remembered(String.valueOf(unusable.getMessage()), pause);
        }
    }

    private Optional<ZoneLayout> remembered(String trouble, Duration pause) {
        Optional<ZoneLayout> known = memory.recall(zone);
        if (known.isPresent()) {
            LOG.warn("{}; goes on with the partitions of zone {} as it knew them", trouble, zone);
        } else {
            LOG.warn("{}; looks for zone {} again in {} s", trouble, zone, pause.toSeconds());
        }
        return known;
    }
}
