package dev.drover.scheduler.app;

import dev.drover.scheduler.adapter.kafka.KafkaZoneHistory;
import dev.drover.scheduler.adapter.kafka.Seats;
import dev.drover.scheduler.adapter.kafka.SeatsReader;
import dev.drover.scheduler.engine.Folded;
import dev.drover.scheduler.engine.StandbyFold;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the zones for which this node stands by, each on a thread of its own, as long as the group's seats say so. One
 * fold that fails is begun anew and leaves the others alone.
 */
final class Standbys implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Standbys.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration WAIT = Duration.ofMillis(200);

    private final String kafka;
    private final NodeId node;
    private final int replicas;
    private final Supplier<ZoneTable> read;
    private final Map<ZoneId, Follower> followers = new ConcurrentHashMap<>();
    private final Thread watcher;
    private volatile Seats seats = Seats.NONE;
    private volatile ZoneTable table;
    private volatile boolean closed;

    /**
     * Keeps {@code replicas} folds of each zone in the group, the owner's among them. {@code table} is what was known at
     * the start, and {@code read} gives it anew when a partition is seen that it does not have.
     */
    Standbys(String kafka, NodeId node, int replicas, ZoneTable table, Supplier<ZoneTable> read) {
        this.kafka = kafka;
        this.node = node;
        this.replicas = replicas;
        this.table = table;
        this.read = read;
        this.watcher = Thread.ofVirtual().name("standbys").start(this::watch);
    }

    /** What this node knows of the zone as a standby. */
    Optional<Folded> folded(ZoneId zone) {
        return Optional.ofNullable(followers.get(zone)).flatMap(Follower::folded);
    }

    /** The zones there are, as of a moment ago. */
    ZoneTable table() {
        return table;
    }

    /** The other nodes that know the zone of this partition: its owner, as far as it is known, and its standbys. */
    List<NodeId> knowing(int partition) {
        Seats now = seats;
        return Stream.concat(now.owner(partition).stream(), now.standbys(partition, replicas - 1).stream())
                .filter(other -> !other.equals(node))
                .toList();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watcher);
        followers.values().forEach(Follower::end);
    }

    private void watch() {
        while (!closed) {
            try (SeatsReader reader = new SeatsReader(kafka)) {
                while (!closed) {
                    seats = reader.read();
                    adjust();
                    LockSupport.parkNanos(BEAT.toNanos());
                }
            } catch (RuntimeException silent) {
                LOG.warn("who stands by for whom can't be seen now: {}", silent.getMessage());
                LockSupport.parkNanos(BEAT.toNanos());
            }
        }
    }

    private void adjust() {
        if (seats.partitions().anyMatch(partition -> table.at(partition).isEmpty())) {
            table = read.get();
        }
        for (ZoneLayout zone : table.layouts()) {
            boolean mine = seats.standbys(zone.partition(), replicas - 1).contains(node);
            if (mine) {
                followers.computeIfAbsent(zone.zone(), name -> new Follower(zone));
            } else {
                Optional.ofNullable(followers.remove(zone.zone())).ifPresent(Follower::end);
            }
        }
    }

    /** One zone's fold and its thread. */
    private final class Follower {
        private final ZoneLayout zone;
        private volatile Optional<StandbyFold> fold = Optional.empty();
        private volatile boolean ended;

        Follower(ZoneLayout zone) {
            this.zone = zone;
            Thread.ofVirtual().name("standby-" + zone.zone()).start(this::run);
        }

        Optional<Folded> folded() {
            return fold.flatMap(StandbyFold::folded);
        }

        void end() {
            ended = true;
        }

        private void run() {
            while (!ended && !closed) {
                try (StandbyFold following = new StandbyFold(zone.zone(), new KafkaZoneHistory(kafka, zone))) {
                    fold = Optional.of(following);
                    following.load();
                    while (!ended && !closed) {
                        following.follow(WAIT);
                    }
                } catch (RuntimeException broken) {
                    LOG.warn("zone {} can't be followed now: {}", zone.zone(), broken.getMessage());
                    LockSupport.parkNanos(BEAT.toNanos());
                }
                fold = Optional.empty();
            }
        }
    }
}
