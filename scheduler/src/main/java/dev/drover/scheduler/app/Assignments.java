package dev.drover.scheduler.app;

import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the partitions that are this node's into zones. A partition that the table does not know is looked up again
 * until it is there or taken away: its zone may be just being enrolled, or it is nobody's yet.
 */
final class Assignments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Assignments.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Supplier<ZoneTable> read;
    private final Consumer<ZoneLayout> own;
    private final ScheduledExecutorService lookup = lookup();
    private final SortedMap<Integer, ZoneLayout> owned = new TreeMap<>();
    private final SortedSet<Integer> unknown = new TreeSet<>();
    private ZoneTable table;
    private Duration pause = FIRST_PAUSE;
    private boolean looking;

    /**
     * {@code table} is what was known at the start and {@code read} gives it anew, or throws; {@code own} is told each
     * zone that is this node's.
     */
    Assignments(ZoneTable table, Supplier<ZoneTable> read, Consumer<ZoneLayout> own) {
        this.table = table;
        this.read = read;
        this.own = own;
    }

    /** These are this node's now. Returns at once. */
    synchronized void assigned(List<Integer> partitions) {
        partitions.forEach(this::assigned);
        if (!unknown.isEmpty()) {
            pause = FIRST_PAUSE;
            lookLater(Duration.ZERO);
        }
    }

    /** These are not; gives the zones among them. */
    synchronized List<ZoneLayout> revoked(List<Integer> partitions) {
        unknown.removeAll(partitions);
        return partitions.stream()
                .flatMap(partition -> Optional.ofNullable(owned.remove(partition)).stream())
                .toList();
    }

    /** Looks nothing up any more. A look that is under way ends by itself. */
    @Override
    public synchronized void close() {
        lookup.shutdown();
    }

    private void assigned(int partition) {
        table.at(partition).ifPresentOrElse(this::own, () -> unknown.add(partition));
    }

    private void own(ZoneLayout zone) {
        unknown.remove(zone.partition());
        owned.put(zone.partition(), zone);
        own.accept(zone);
    }

    private void lookLater(Duration wait) {
        if (!looking && !lookup.isShutdown()) {
            looking = true;
            var unused = lookup.schedule(this::look, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            found(read.get());
        } catch (RuntimeException unreadable) {
            LOG.warn("the zone table can't be used now, its zones stay as they are: {}", unreadable.getMessage());
        }
        lookAgain();
    }

    private synchronized void found(ZoneTable now) {
        table = now;
        List.copyOf(unknown).forEach(this::assigned);
    }

    private synchronized void lookAgain() {
        looking = false;
        if (unknown.isEmpty()) {
            return;
        }
        if (pause.equals(FIRST_PAUSE)) {
            LOG.info("partitions {} of the inbox are no zone's yet and left alone until they are", unknown);
        }
        lookLater(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static ScheduledExecutorService lookup() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
                1, task -> Thread.ofPlatform().daemon().name("zone-table").unstarted(task));
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }
}
