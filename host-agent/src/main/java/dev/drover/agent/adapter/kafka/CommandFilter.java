package dev.drover.agent.adapter.kafka;

import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.message.CommandMessage;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Picks out what is for this host and comes from its zone; hosts share partitions. */
final class CommandFilter {
    private static final Logger LOG = LoggerFactory.getLogger(CommandFilter.class);

    private final KafkaAddress address;
    private final MessageCodec codec = new MessageCodec();

    CommandFilter(KafkaAddress address) {
        this.address = address;
    }

    /** The command; empty when it is another's, or can't be read, which is logged. */
    Optional<CommandMessage> mine(ConsumerRecord<String, byte[]> record) {
        return switch (Records.read(record).then(codec::command)) {
            case Decoding.Undecodable<CommandMessage>(var error) -> {
                LOG.warn(
                        "host={} skips what it can't read at {}-{} offset {}: {}",
                        address.host(),
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        error.explain());
                yield Optional.empty();
            }
            case Decoding.Decoded<CommandMessage>(CommandMessage command) ->
                Optional.of(command).filter(this::isMine);
        };
    }

    private boolean isMine(CommandMessage command) {
        return command.host().equals(address.host()) && command.head().zone().equals(address.zone());
    }
}
