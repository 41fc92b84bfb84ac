package dev.drover.agent.adapter.kafka;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import org.apache.kafka.common.TopicPartition;

/**
 * Where an agent's messages come from and go to.
 *
 * @param bootstrap {@code host:port} of one or more brokers, with commas between
 */
public record KafkaAddress(String bootstrap, ZoneLayout layout, HostId host) {
    /** The zone that commands this agent. */
    public ZoneId zone() {
        return layout.zone();
    }

    /** Where its commands are, among those of other hosts. */
    TopicPartition commands() {
        return new TopicPartition(Topics.COMMANDS, layout.commandPartition(host));
    }

    /** Under which name it keeps its place among the commands. */
    String group() {
        return "drover-agent-" + host;
    }
}
