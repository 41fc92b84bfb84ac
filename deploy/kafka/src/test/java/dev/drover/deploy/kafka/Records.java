package dev.drover.deploy.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A client of a broker that writes numbers into a topic, and reads them as a member of a group. */
final class Records implements AutoCloseable {
    private static final String TOPIC = "numbers";

    private final Map<String, Object> settings;
    private final KafkaProducer<String, String> producer;

    /** Creates the topic when missing. */
    Records(String bootstrap) throws Exception {
        settings = Map.of("bootstrap.servers", bootstrap);
        try (Admin admin = Admin.create(settings)) {
            if (!admin.listTopics().names().get(20, SECONDS).contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get(20, SECONDS);
            }
        }
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Returns when the broker has acknowledged all from the first to before the last. */
    void write(int first, int last) throws Exception {
        var acknowledged = IntStream.range(first, last)
                .mapToObj(number -> producer.send(new ProducerRecord<>(TOPIC, Integer.toString(number))))
                .toList();
        for (var one : acknowledged) {
            one.get(20, SECONDS);
        }
    }

    /** Reads on from where the group was, that many or what comes in 20 s, and keeps the place for its next member. */
    List<Integer> read(String group, int count) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("group.id", group);
        all.put("auto.offset.reset", "earliest");
        all.put("enable.auto.commit", false);
        List<Integer> numbers = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            long deadline = System.nanoTime() + SECONDS.toNanos(20);
            while (numbers.size() < count && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> one : consumer.poll(Duration.ofMillis(100))) {
                    numbers.add(Integer.parseInt(one.value()));
                }
            }
            consumer.commitSync();
        }
        return numbers;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
