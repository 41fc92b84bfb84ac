package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.JobProgress;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.libvirt.DomainJobStats;

/**
 * What {@code virDomainGetJobStats} says, by name. libvirt gives times in milliseconds, amounts in bytes, the sending
 * rate in bytes a second, and the dirty rate in pages a second.
 *
 * @param type {@code virDomainJobType}: 0 none, 1 and 2 at work, 3 completed, 4 failed, 5 cancelled; the last three are
 *     also said of a running job in its last moments
 */
record JobStats(int type, Map<String, String> values) {
    private static final int NO_JOB = 0;
    private static final int UNBOUNDED = 2;
    private static final int COMPLETED = 3;
    private static final long TO_HERE = 4;
    private static final long FROM_HERE = 5;
    private static final long USUAL_PAGE = 4096;
    private static final long BITS = 8;

    /** There is no job. */
    static final JobStats NO_STATS = new JobStats(NO_JOB, Map.of());

    /** A migration to here, of which libvirt gives no figures. */
    static final JobStats ARRIVING = new JobStats(UNBOUNDED, Map.of("operation", String.valueOf(TO_HERE)));

    static JobStats of(DomainJobStats stats) {
        Map<String, String> values = new TreeMap<>();
        Arrays.stream(stats.stats)
                .filter(Objects::nonNull)
                .forEach(parameter -> values.put(parameter.field, parameter.getValueAsString()));
        return new JobStats(stats.type, values);
    }

    /** The job these are the statistics of. */
    JobDirection direction() {
        if (type == NO_JOB) {
            return JobDirection.NONE;
        }
        long operation = number("operation").orElse(0L);
        if (operation == FROM_HERE) {
            return JobDirection.OUTGOING;
        }
        return operation == TO_HERE ? JobDirection.INCOMING : JobDirection.OTHER;
    }

    /** Of the outgoing migration, while it is at work: before and after, libvirt counts nothing. */
    Optional<JobProgress> progress() {
        return type <= UNBOUNDED && direction() == JobDirection.OUTGOING
                ? Optional.of(new JobProgress(
                        millis("time_elapsed").orElse(Duration.ZERO),
                        bytes("memory_total"),
                        bytes("memory_remaining"),
                        bytes("memory_processed").plus(bytes("disk_processed")),
                        perSecond(bytes("memory_bps").plus(bytes("disk_bps"))),
                        perSecond(dirtied()),
                        number("memory_iteration").orElse(0L),
                        number("auto_converge_throttle").orElse(0L).intValue()))
                : Optional.empty();
    }

    /** Whether QEMU has begun to send. Until then a rate it is told is overwritten by the one the job began with. */
    boolean sending() {
        return copiesDisks()
                || progress().filter(now -> now.total().value() > 0).isPresent();
    }

    /** Whether disks go along: they are copied before the memory is. */
    boolean copiesDisks() {
        return bytes("disk_total").value() > 0;
    }

    /** Of an outgoing migration that is over and worked. */
    Optional<TransferFigures> figures() {
        return type == COMPLETED && direction() == JobDirection.OUTGOING
                ? Optional.of(new TransferFigures(
                        millis("time_elapsed").orElse(Duration.ZERO),
                        millis("downtime"),
                        bytes("data_processed"),
                        number("memory_iteration").orElse(0L)))
                : Optional.empty();
    }

    private Bytes dirtied() {
        long page = number("memory_page_size").orElse(USUAL_PAGE);
        return new Bytes(number("memory_dirty_rate").orElse(0L) * page);
    }

    private static BitsPerSecond perSecond(Bytes amount) {
        return new BitsPerSecond(Math.multiplyExact(amount.value(), BITS));
    }

    private Optional<Duration> millis(String name) {
        return number(name).map(Duration::ofMillis);
    }

    private Bytes bytes(String name) {
        return new Bytes(number(name).orElse(0L));
    }

    private Optional<Long> number(String name) {
        return Optional.ofNullable(values.get(name)).map(Long::valueOf);
    }
}
