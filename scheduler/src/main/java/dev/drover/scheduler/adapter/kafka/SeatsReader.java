package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.kafka.Topics;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Asks Kafka who sits where. Used by one thread. */
public final class SeatsReader implements AutoCloseable {
    private final KafkaAdmin admin;

    /** Connects; throws {@link dev.drover.scheduler.engine.ZoneLogException} when no broker answers. */
    public SeatsReader(String bootstrap) {
        this.admin = KafkaAdmin.connect(bootstrap);
    }

    /** As it is now; in the middle of a rebalance some partitions are nobody's, and before the first node all are. */
    public Seats read() {
        try {
            return Seats.of(seats(admin.attempt(kafka ->
                    kafka.describeConsumerGroups(List.of(Membership.GROUP)).all())));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GroupIdNotFoundException) {
                return Seats.NONE;
            }
            throw new ZoneLogException("asking who owns the zones failed: " + failed.getCause(), failed);
        }
    }

    private static SortedMap<NodeId, List<Integer>> seats(Map<String, ConsumerGroupDescription> groups) {
        SortedMap<NodeId, List<Integer>> byNode = new TreeMap<>();
        groups.values().stream()
                .flatMap(group -> group.members().stream())
                .forEach(member ->
                        member.groupInstanceId().ifPresent(name -> byNode.put(new NodeId(name), partitions(member))));
        return byNode;
    }

    @Override
    public void close() {
        admin.close();
    }

    private static List<Integer> partitions(MemberDescription member) {
        return member.assignment().topicPartitions().stream()
                .filter(partition -> partition.topic().equals(Topics.INBOX))
                .map(TopicPartition::partition)
                .sorted()
                .toList();
    }
}
