package dev.drover.scheduler.adapter.kafka;

import dev.drover.schema.id.NodeId;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidSessionTimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's seat in the consumer group whose assignment is the ownership of zones. Its consumer reads nothing: every
 * partition it is given stays paused, and each zone reads its own inbox from the offset in its own state. So the group
 * answers one question only, who owns what, and a slow zone can't cost a node its seat.
 */
public final class Membership implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    static final String GROUP = "drover-schedulers";

    /** A rebalance that the group announces meanwhile is only joined at the next turn, so this delays a takeover. */
    private static final Duration BEAT = Duration.ofMillis(50);

    /** How long a zone that is enrolled while nodes run waits for an owner, at most, and some heartbeats more. */
    private static final Duration NEWS = Duration.ofSeconds(3);

    private static final Duration FAREWELL = Duration.ofSeconds(15);

    private final NodeId node;
    private final KafkaConsumer<String, byte[]> seat;
    private final AtomicReference<ConsumerGroupMetadata> metadata;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Thread thread;

    /** Hears of zones, by partition, on the membership's thread. */
    public interface Listener {
        /** These are this node's now. Returns at once. */
        void assigned(List<Integer> partitions);

        /** These are about to be another's: returns when nothing more will be written for them. */
        void revoked(List<Integer> partitions);

        /** The seat is lost and will not come back; what it gave is revoked next. {@code why} says what to do. */
        void expelled(String why);
    }

    /** Takes the seat and keeps it until closed. */
    public Membership(String bootstrap, NodeId node, Session session, Listener listener) {
        this.node = node;
        this.seat = new KafkaConsumer<>(settings(bootstrap, node, session));
        this.metadata = new AtomicReference<>(seat.groupMetadata());
        this.thread = Thread.ofPlatform().name("membership").unstarted(() -> run(listener));
        thread.start();
    }

    /** The seat as the group last confirmed it; commits carry it, so that an owner that lost it can't commit. */
    public ConsumerGroupMetadata metadata() {
        return metadata.get();
    }

    /** Gives the seat up, after the listener has let go of all zones; the group hears of it at once. */
    @Override
    public void close() {
        closing.set(true);
        seat.wakeup();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Listener listener) {
        try {
            seat.subscribe(List.of(Topics.INBOX), new Rebalance(listener));
            while (!closing.get()) {
                beat();
            }
        } catch (RuntimeException fatal) {
            if (!(fatal instanceof KafkaException)) {
                LOG.error("node {} can't keep its seat in group {}", node, GROUP, fatal);
            }
            listener.expelled(explain(fatal));
        } finally {
            leave();
        }
    }

    /** Throws what trying again can't mend. */
    private void beat() {
        try {
            var nothing = seat.poll(BEAT);
            assert nothing.isEmpty() : "every partition is paused";
            metadata.set(seat.groupMetadata());
        } catch (WakeupException closed) {
            LOG.debug("membership is closing");
        } catch (KafkaException trouble) {
            if (trouble instanceof ApiException && !(trouble instanceof RetriableException)) {
                throw trouble;
            }
            LOG.warn("the group can't be reached, trying again: {}", trouble.getMessage());
            LockSupport.parkNanos(BEAT.toNanos());
        }
    }

    /** A member that keeps its name over restarts does not leave by itself, and its zones would wait for its session. */
    private void leave() {
        GroupMembershipOperation how =
                closing.get() ? GroupMembershipOperation.LEAVE_GROUP : GroupMembershipOperation.DEFAULT;
        try {
            seat.close(CloseOptions.timeout(FAREWELL).withGroupMembershipOperation(how));
        } catch (KafkaException silent) {
            LOG.warn("node {} could not leave its group, which will notice later: {}", node, silent.getMessage());
        }
    }

    private String explain(RuntimeException fatal) {
        String refused = "node " + node + " can't be a member of group " + GROUP + ": " + fatal.getMessage();
        return switch (fatal) {
            case FencedInstanceIdException twin ->
                "another process runs as node " + node + ", so this one stops: give each a name of its own";
            case InvalidSessionTimeoutException limits -> refused + " " + Session.CURE;
            default -> refused;
        };
    }

    private static Map<String, Object> settings(String bootstrap, NodeId node, Session session) {
        Map<String, Object> settings = ClientSettings.consumer(bootstrap);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, node.value());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(session.timeout()));
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, millis(session.heartbeat()));
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, millis(NEWS));
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        return settings;
    }

    private static int millis(Duration duration) {
        return (int) duration.toMillis();
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        private final Listener listener;

        Rebalance(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            seat.pause(assigned);
            metadata.set(seat.groupMetadata());
            listener.assigned(partitions(assigned));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            listener.revoked(partitions(revoked));
        }

        private static List<Integer> partitions(Collection<TopicPartition> all) {
            return all.stream().map(TopicPartition::partition).sorted().toList();
        }
    }
}
