package dev.drover.scheduler.adapter.kafka;

import dev.drover.schema.id.NodeId;
import dev.drover.schema.kafka.Topics;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka who sits where. Used by one thread. */
public final class SeatsReader implements AutoCloseable {
    private final KafkaAdmin admin;

    /** Connects; throws {@link dev.drover.scheduler.engine.ZoneLogException} when no broker answers. */
    public SeatsReader(String bootstrap) {
        this.admin = KafkaAdmin.connect(bootstrap);
    }

    /** As it is now; in the middle of a rebalance some partitions are nobody's. */
    public Seats read() {
        ConsumerGroupDescription group = admin.ask(
                        "asking who owns the zones",
                        kafka -> kafka.describeConsumerGroups(List.of(Membership.GROUP))
                                .all())
                .get(Membership.GROUP);
        SortedMap<NodeId, List<Integer>> byNode = new TreeMap<>();
        if (group != null) {
            for (MemberDescription member : group.members()) {
                member.groupInstanceId().ifPresent(name -> byNode.put(new NodeId(name), partitions(member)));
            }
        }
        return Seats.of(byNode);
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
