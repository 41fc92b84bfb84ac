package dev.drover.agent.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);

    private final ReadAhead ahead = new ReadAhead(3, record -> Optional.empty());

    @Test
    void what_was_read_waits_for_what_lies_ready() {
        assertThat(ahead.with(records(0), OptionalLong.of(1))).isEmpty();
        assertThat(offsets(ahead.with(records(1), OptionalLong.of(0)))).containsExactly(0L, 1L);
    }

    @Test
    void it_waits_no_longer_when_nothing_more_comes() {
        assertThat(ahead.with(records(0), OptionalLong.of(1))).isEmpty();
        assertThat(offsets(ahead.with(records(), OptionalLong.of(1)))).containsExactly(0L);
    }

    @Test
    void it_keeps_no_more_than_it_may() {
        assertThat(ahead.with(records(0, 1), OptionalLong.of(100))).isEmpty();
        assertThat(offsets(ahead.with(records(2, 3), OptionalLong.of(98)))).containsExactly(0L, 1L, 2L, 3L);
        assertThat(ahead.with(records(4), OptionalLong.of(97))).isEmpty();
    }

    @Test
    void where_nobody_knows_what_lies_ready_it_does_not_wait() {
        assertThat(offsets(ahead.with(records(0), OptionalLong.empty()))).containsExactly(0L);
    }

    private static List<Long> offsets(List<ReadAhead.Read> read) {
        return read.stream().map(ReadAhead.Read::offset).toList();
    }

    private static ConsumerRecords<String, byte[]> records(long... offsets) {
        List<ConsumerRecord<String, byte[]>> records = LongStream.of(offsets)
                .mapToObj(offset -> new ConsumerRecord<>(PARTITION.topic(), 0, offset, "h1", new byte[0]))
                .toList();
        return records.isEmpty()
                ? ConsumerRecords.empty()
                : new ConsumerRecords<>(Map.of(PARTITION, records), Map.of());
    }
}
