package dev.drover.agent.adapter.kafka;

import dev.drover.agent.domain.ZoneTime;
import dev.drover.schema.message.AgentMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Keeps what was read until what lies ready behind it has been read too: the last of it says how old the first of it is.
 * One poll does not do, since brokers answer with no more than what is in one segment.
 */
final class ReadAhead {
    private final int most;
    private final Function<ConsumerRecord<String, byte[]>, Optional<AgentMessage>> reading;
    private final List<Read> kept = new ArrayList<>();
    private ZoneTime time = ZoneTime.UNKNOWN;

    /** A place among the commands; without a message where there is none that concerns the zone. */
    record Read(long offset, Optional<AgentMessage> message) {}

    /** {@code most} is how much is kept at most. */
    ReadAhead(int most, Function<ConsumerRecord<String, byte[]>, Optional<AgentMessage>> reading) {
        this.most = most;
        this.reading = reading;
    }

    /**
     * What is to be done now, in order: nothing as long as more lies ready.
     *
     * @param lag how much lies ready behind these, if that is known
     */
    List<Read> with(ConsumerRecords<String, byte[]> records, OptionalLong lag) {
        records.forEach(record -> keep(new Read(record.offset(), reading.apply(record))));
        boolean more = !records.isEmpty() && lag.orElse(0) > 0 && kept.size() < most;
        if (more) {
            return List.of();
        }
        List<Read> now = List.copyOf(kept);
        kept.clear();
        return now;
    }

    /** How late it is at least, by all that was read. */
    ZoneTime time() {
        return time;
    }

    private void keep(Read read) {
        kept.add(read);
        read.message().ifPresent(message -> time = time.heard(message.head().at()));
    }
}
