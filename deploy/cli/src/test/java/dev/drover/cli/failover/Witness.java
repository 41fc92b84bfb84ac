package dev.drover.cli.failover;

import dev.drover.cli.topic.Line;
import dev.drover.cli.topic.Topic;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Follows the event log as it grows, and remembers when, by {@link System#nanoTime}, it saw what. */
final class Witness implements AutoCloseable {
    private static final TopicPartition LOG = new TopicPartition("drover.events", 0);
    private static final Duration WAIT = Duration.ofMillis(100);

    /** Under which epoch which node owned the zone, and when that was seen. */
    record Ownership(long epoch, String node, long nanos) {}

    private final AtomicBoolean closed = new AtomicBoolean();
    private final TreeMap<Long, Ownership> owners = new TreeMap<>();
    private final Map<Long, Long> firstAnswers = new TreeMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private final Thread thread;

    Witness(String bootstrap) {
        this.thread = Thread.ofPlatform().name("witness").start(() -> follow(bootstrap));
    }

    synchronized Optional<Ownership> owner() {
        return Optional.ofNullable(owners.lastEntry()).map(Map.Entry::getValue);
    }

    synchronized Optional<Ownership> owner(long epoch) {
        return Optional.ofNullable(owners.get(epoch));
    }

    /** When the first intent was accepted or refused under this epoch or a later one. */
    synchronized Optional<Long> firstAnswerSince(long epoch) {
        return firstAnswers.entrySet().stream()
                .filter(entry -> entry.getKey() >= epoch)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    synchronized boolean hasAnswered(Set<String> intents) {
        return answered.containsAll(intents);
    }

    synchronized boolean hasEnded(String intent) {
        return ended.contains(intent);
    }

    /** Accepted, and not ended yet, in the order of their names. */
    synchronized List<String> open() {
        return open.stream().sorted().toList();
    }

    @Override
    public void close() throws InterruptedException {
        closed.set(true);
        thread.join();
    }

    private void follow(String bootstrap) {
        try (KafkaConsumer<String, byte[]> consumer = Topic.consumer(bootstrap)) {
            consumer.assign(List.of(LOG));
            while (!closed.get()) {
                consumer.poll(WAIT).forEach(record -> saw(Line.of(record), System.nanoTime()));
            }
        }
    }

    private synchronized void saw(Line event, long nanos) {
        long epoch = event.number("ce_epoch").orElseThrow();
        switch (event.type()) {
            case "event.zone-ownership-taken" -> owners.put(epoch, new Ownership(epoch, event.text("node"), nanos));
            case "event.intent-accepted" -> {
                String intent = event.body().path("accepted").path("intent").asText();
                answered(intent, epoch, nanos);
                open.add(intent);
            }
            case "event.intent-refused" -> answered(event.text("intent"), epoch, nanos);
            case "event.intent-ended" -> {
                open.remove(event.text("intent"));
                ended.add(event.text("intent"));
            }
            default -> {}
        }
    }

    private void answered(String intent, long epoch, long nanos) {
        answered.add(intent);
        firstAnswers.putIfAbsent(epoch, nanos);
    }
}
