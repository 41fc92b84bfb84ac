package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.ZoneEntry;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import dev.drover.schema.kafka.ZoneTableException;
import dev.drover.schema.kafka.ZoneTableReader;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts zones into the table. All processes write it by one transactional id, so of several that do it at once only the
 * last to begin can commit; each looks again after it began, and starts over when the table is not what it planned for
 * or somebody began after it. So no two zones get one partition.
 */
public final class Enrolment {
    private static final Logger LOG = LoggerFactory.getLogger(Enrolment.class);
    private static final String WRITER = "drover-zones";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final String bootstrap;

    private Enrolment(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * Gives the table once {@code plan}, which adds zones or none, has nothing to add: it is made anew at every look at
     * the table. All topics are there with room for all zones, and checked, before any entry is written.
     *
     * @throws ZoneLogException when Kafka is away, a topic is not as it must be, or others are always faster
     * @throws ZoneTableException when an entry of the table can't be used
     */
    public static ZoneTable enrol(String bootstrap, UnaryOperator<ZoneTable> plan) {
        Enrolment enrolment = new Enrolment(bootstrap);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() - deadline < 0) {
            ZoneTable before = enrolment.read();
            ZoneTable after = plan.apply(before);
            TopicSetup.ensure(bootstrap, after.layouts().toArray(ZoneLayout[]::new));
            if (after.equals(before)) {
                return before;
            }
            enrolment.write(before, after);
        }
        throw new ZoneLogException("zones can't be enrolled: other processes wrote the zone table all the time for "
                + LIMIT.toSeconds() + " s; start schedulers one after the other");
    }

    private ZoneTable read() {
        try {
            return ZoneTableReader.read(bootstrap, PATIENCE);
        } catch (KafkaException broken) {
            throw new ZoneLogException("the zone table can't be read: " + broken.getMessage(), broken);
        }
    }

    /** Whether it was written the next look at the table tells; a commit is answered before everybody can read it. */
    private void write(ZoneTable before, ZoneTable after) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(ClientSettings.transactionalProducer(bootstrap, WRITER))) {
            producer.initTransactions();
            if (read().equals(before)) {
                producer.beginTransaction();
                after.layouts().stream()
                        .filter(layout -> before.find(layout.zone()).isEmpty())
                        .forEach(layout -> send(producer, layout));
                producer.commitTransaction();
            }
        } catch (KafkaException overtaken) {
            LOG.info("the zone table was not written, looking at it again: {}", overtaken.getMessage());
            pause();
        }
    }

    /** Failures come out at the commit. */
    private static void send(KafkaProducer<String, byte[]> producer, ZoneLayout layout) {
        var unused = producer.send(ZoneEntry.write(layout));
    }

    /** Random, so that processes which met once do not meet again. */
    private static void pause() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos()));
    }
}
