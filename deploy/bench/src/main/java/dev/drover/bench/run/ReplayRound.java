package dev.drover.bench.run;

import dev.drover.bench.result.Pair;
import dev.drover.bench.result.ReplayResult;
import dev.drover.scheduler.adapter.kafka.KafkaZoneHistory;
import dev.drover.scheduler.engine.Folded;
import dev.drover.scheduler.engine.LoggedEvent;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads the log of a zone from its beginning to its end. */
final class ReplayRound {
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final double NANOS_A_SECOND = 1e9;

    private final Place place;

    private ReplayRound(Place place) {
        this.place = place;
    }

    /** As many pairs, after one that does not count. */
    static ReplayResult run(Place place, int rounds) {
        ReplayRound round = new ReplayRound(place);
        long events = fold(place).state().events();
        round.raw();
        List<Pair<Double>> pairs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            pairs.add(new Pair<>(round.decoded(), round.raw()));
        }
        return new ReplayResult(
                events,
                Medians.of(pairs, Pair::drover),
                Medians.of(pairs, Pair::raw),
                Medians.of(pairs, pair -> pair.drover() / pair.raw()));
    }

    /** The fold of the whole log. */
    static Folded fold(Place place) {
        try (KafkaZoneHistory history = new KafkaZoneHistory(place.bootstrap(), place.layout())) {
            LogPosition end = history.end();
            history.readFrom(LogPosition.START);
            Folded folded = Folded.empty(place.zone());
            while (history.position().isBefore(end)) {
                for (LoggedEvent event : history.poll(WAIT)) {
                    folded = folded.with(event);
                }
            }
            return folded;
        }
    }

    private double decoded() {
        System.gc();
        long begin = System.nanoTime();
        long events = fold(place).state().events();
        return events * NANOS_A_SECOND / (System.nanoTime() - begin);
    }

    private double raw() {
        TopicPartition partition =
                new TopicPartition(Topics.EVENTS, place.layout().partition());
        System.gc();
        long begin = System.nanoTime();
        long records = 0;
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                records += consumer.poll(WAIT).count();
            }
        }
        return records * NANOS_A_SECOND / (System.nanoTime() - begin);
    }

    /** The fetch settings of {@link KafkaZoneHistory}. */
    private Map<String, Object> settings() {
        Map<String, Object> settings = ClientSettings.consumer(place.bootstrap());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 16 * 1024 * 1024);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 64 * 1024 * 1024);
        return settings;
    }
}
