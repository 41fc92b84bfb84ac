package dev.drover.cli.zone;

import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.EventMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Follows a zone's log from its beginning, and its telemetry from now on. */
public final class ZoneWatch implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(100);

    private final ZoneLayout layout;
    private final KafkaConsumer<String, byte[]> consumer;
    private final MessageCodec codec = new MessageCodec();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Thread thread;
    private volatile ZoneView view;
    private long changes;
    private volatile BiConsumer<EventMessage, ZoneView> listener = (event, after) -> {};
    private volatile Optional<String> broken = Optional.empty();

    /** Begins at once. */
    public ZoneWatch(String kafka, ZoneLayout layout) {
        this.layout = layout;
        this.view = ZoneView.empty(layout.zone());
        this.consumer = new KafkaConsumer<>(ClientSettings.consumer(kafka));
        this.thread =
                Thread.ofPlatform().daemon().name("watch-" + layout.zone()).start(this::run);
    }

    /** From now on {@code heard} is told every event with the view after it, in order, on the watch's thread. */
    public void hear(BiConsumer<EventMessage, ZoneView> heard) {
        listener = heard;
    }

    /** The zone as last seen. */
    public ZoneView view() {
        return view;
    }

    /** Waits until the zone looks like this; throws {@link ZoneWatchException} when it does not within the time. */
    public ZoneView await(String what, Duration limit, Predicate<ZoneView> wanted) {
        Instant deadline = Instant.now().plus(limit);
        while (!wanted.test(view)) {
            if (Instant.now().isAfter(deadline)) {
                throw new ZoneWatchException("waited " + limit.toSeconds() + " s for " + what + ", in vain");
            }
            awaitChange(BEAT);
        }
        return view;
    }

    @Override
    public void close() {
        closing.set(true);
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        TopicPartition events = new TopicPartition(Topics.EVENTS, layout.partition());
        List<TopicPartition> telemetry = layout.commandPartitions().stream()
                .map(partition -> new TopicPartition(Topics.TELEMETRY, partition))
                .toList();
        try (consumer) {
            consumer.assign(Stream.concat(Stream.of(events), telemetry.stream()).toList());
            consumer.seekToBeginning(List.of(events));
            consumer.seekToEnd(telemetry);
            while (!closing.get()) {
                consumer.poll(BEAT).forEach(this::take);
            }
        } catch (WakeupException closed) {
            // close() asked for it
        } catch (RuntimeException failure) {
            broken = Optional.of("watching zone " + layout.zone() + " ended: " + failure.getMessage());
            signalChange();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(Topics.EVENTS)) {
            EventMessage event = Records.read(record)
                    .then(codec::event)
                    .then(this::ours)
                    .orElse(error -> {
                        throw unreadable(record, error);
                    });
            view = view.after(event);
            listener.accept(event, view);
        } else {
            view = view.after(Records.read(record).then(codec::telemetry).orElse(error -> {
                throw unreadable(record, error);
            }));
        }
        signalChange();
    }

    private synchronized void signalChange() {
        changes++;
        notifyAll();
    }

    private Decoding<EventMessage> ours(EventMessage event) {
        return event.head().zone().equals(layout.zone())
                ? new Decoding.Decoded<>(event)
                : new Decoding.Undecodable<>(new DecodeError.InvalidValue(
                        "zone", "is " + event.head().zone() + ", not " + layout.zone() + "; name the right one"));
    }

    private static ZoneWatchException unreadable(ConsumerRecord<?, ?> record, DecodeError error) {
        return new ZoneWatchException(
                record.topic() + "-" + record.partition() + "@" + record.offset() + ": " + error.explain());
    }

    /** Waits until the view has changed, at most this long; throws {@link ZoneWatchException} when it never will. */
    public synchronized void awaitChange(Duration limit) {
        broken.ifPresent(why -> {
            throw new ZoneWatchException(why);
        });
        long deadline = System.nanoTime() + limit.toNanos();
        long seen = changes;
        try {
            while (changes == seen && System.nanoTime() < deadline) {
                TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ZoneWatchException("interrupted while waiting");
        }
    }
}
