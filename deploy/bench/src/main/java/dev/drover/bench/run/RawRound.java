package dev.drover.bench.run;

import dev.drover.bench.result.Throughput;
import dev.drover.bench.run.RawBatches.RawBatch;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Kafka alone does what the engine made it do: the same inputs read, the same bytes written in as many transactions of
 * the same size, the offsets in each. Nothing is decoded, decided or encoded.
 */
final class RawRound implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MAX_INPUTS = 500;

    private final Place from;
    private final TopicPartition inbox;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private long ahead;

    private RawRound(Place from, Place to) {
        this.from = from;
        this.inbox = new TopicPartition(Topics.INBOX, from.layout().partition());
        this.producer =
                new KafkaProducer<>(ClientSettings.transactionalProducer(to.bootstrap(), "drover-raw-" + to.zone()));
        Map<String, Object> settings = ClientSettings.consumer(from.bootstrap());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_INPUTS);
        this.consumer = new KafkaConsumer<>(settings);
    }

    /**
     * Reads the inbox of {@code from} and writes into the partitions of {@code to}.
     *
     * @param skipped the inputs before those of the first batch
     */
    static Throughput run(Place from, Place to, int skipped, List<RawBatch> batches) {
        try (RawRound round = new RawRound(from, to)) {
            return round.run(skipped, batches);
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    private Throughput run(int skipped, List<RawBatch> batches) {
        producer.initTransactions();
        consumer.assign(List.of(inbox));
        consumer.seek(inbox, skipped);
        consumer.position(inbox);
        System.gc();
        Stopwatch watch = new Stopwatch();
        long offset = skipped;
        for (RawBatch batch : batches) {
            long begin = System.nanoTime();
            read(batch.inputs());
            offset += batch.inputs();
            long commit = System.nanoTime();
            write(batch, offset);
            watch.batch(begin, System.nanoTime() - commit, batch.inputs(), batch.events());
        }
        return watch.stop();
    }

    private void read(int inputs) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ahead < inputs) {
            ahead += consumer.poll(WAIT).count();
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(inbox + " gives nothing behind offset " + consumer.position(inbox)
                        + " for " + PATIENCE.toSeconds() + " s");
            }
        }
        ahead -= inputs;
    }

    private void write(RawBatch batch, long offset) {
        producer.beginTransaction();
        for (ProducerRecord<String, byte[]> record : batch.records()) {
            var unused = producer.send(record);
        }
        producer.sendOffsetsToTransaction(Map.of(inbox, new OffsetAndMetadata(offset)), from.membership());
        producer.commitTransaction();
    }
}
