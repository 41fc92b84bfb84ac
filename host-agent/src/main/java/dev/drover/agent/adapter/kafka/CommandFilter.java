package dev.drover.agent.adapter.kafka;

import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.message.AgentMessage;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.LeaseMessage;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what the host's zone has written, and tells what of it is for this host, or for all; hosts share partitions. */
final class CommandFilter {
    private static final Logger LOG = LoggerFactory.getLogger(CommandFilter.class);

    private final KafkaAddress address;
    private final MessageCodec codec = new MessageCodec();

    CommandFilter(KafkaAddress address) {
        this.address = address;
    }

    /** The message; empty when it is another zone's, or can't be read, which is logged. */
    Optional<AgentMessage> read(ConsumerRecord<String, byte[]> record) {
        return switch (Records.read(record).then(codec::command)) {
            case Decoding.Undecodable<AgentMessage>(var error) -> {
                LOG.warn(
                        "host={} skips what it can't read at {}-{} offset {}: {}",
                        address.host(),
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        error.explain());
                yield Optional.empty();
            }
            case Decoding.Decoded<AgentMessage>(AgentMessage message) ->
                Optional.of(message).filter(any -> any.head().zone().equals(address.zone()));
        };
    }

    /** Whether this host is meant by it. */
    boolean isMine(AgentMessage message) {
        return switch (message) {
            case CommandMessage command -> command.host().equals(address.host());
            case LeaseMessage leases -> true;
        };
    }
}
