package dev.drover.agent.adapter.kafka;

import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.message.AgentMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the host's commands, and word on its leases, on a thread of its own and hands each to a handler, in order. Its
 * place is committed only behind those that the handler is done with, so after a crash the others come again.
 */
public final class CommandReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration KAFKA_ANSWERS = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int MOST_UNDONE = 500;

    private final KafkaAddress address;
    private final Function<Heard, CompletionStage<?>> handler;
    private final Runnable whenReading;
    private final TopicPartition partition;
    private final KafkaConsumer<String, byte[]> consumer;
    private final CommandFilter filter;
    private final ReadAhead ahead;
    private final CommandProgress progress = new CommandProgress();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean abandoned;

    /**
     * Reads nothing before {@link #start}.
     *
     * @param handler gives a stage that completes when the command needs never be delivered again
     * @param whenReading is called once, when the place to read from is known
     * @throws KafkaException when the address can't be used at all
     */
    public CommandReader(KafkaAddress address, Function<Heard, CompletionStage<?>> handler, Runnable whenReading) {
        this.address = address;
        this.handler = handler;
        this.whenReading = whenReading;
        this.partition = address.commands();
        this.filter = new CommandFilter(address);
        this.ahead = new ReadAhead(MOST_UNDONE, filter::read);
        Map<String, Object> settings = ClientSettings.consumer(address.bootstrap());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, address.group());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, address.group() + "-commands");
        this.consumer = new KafkaConsumer<>(settings);
        this.thread =
                Thread.ofPlatform().daemon().name("commands-" + address.host()).unstarted(this::run);
    }

    /** Begins to read. Call it once. */
    public synchronized void start() {
        if (!closed) {
            thread.start();
        }
    }

    /** Completes when it has stopped reading, exceptionally when it was not asked to. */
    public CompletionStage<Void> ended() {
        return ended;
    }

    /** Stops reading, keeps its place, and returns when that is done. */
    @Override
    public void close() {
        if (closedUnstarted()) {
            letGo();
            return;
        }
        try {
            thread.join(KAFKA_ANSWERS.multipliedBy(3));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops reading without keeping its place, as if the process had been killed. */
    public void abandon() {
        abandoned = true;
        close();
    }

    private void run() {
        try {
            consumer.assign(List.of(partition));
            findPlace();
            if (!closed) {
                whenReading.run();
            }
            while (!closed) {
                step();
            }
            if (!abandoned) {
                keepPlace();
            }
            ended.complete(null);
        } catch (RuntimeException failed) {
            LOG.error("host={} stopped reading commands", address.host(), failed);
            ended.completeExceptionally(failed);
        } finally {
            letGo();
        }
    }

    private synchronized boolean closedUnstarted() {
        boolean first = !closed;
        closed = true;
        return first && thread.getState() == Thread.State.NEW;
    }

    private void letGo() {
        consumer.close(CloseOptions.timeout(KAFKA_ANSWERS));
    }

    private void findPlace() {
        while (!closed) {
            try {
                long offset = consumer.position(partition, KAFKA_ANSWERS);
                LOG.info("host={} reads commands from {} offset {}", address.host(), partition, offset);
                return;
            } catch (TimeoutException away) {
                LOG.warn(
                        "host={} waits for Kafka: {} does not answer, or has no partition {}",
                        address.host(),
                        address.bootstrap(),
                        partition);
            } catch (InterruptException interrupted) {
                throw interrupted;
            } catch (KafkaException trouble) {
                pause(trouble);
            }
        }
    }

    private void step() {
        try {
            if (progress.undone() < MOST_UNDONE) {
                consumer.resume(List.of(partition));
            } else {
                consumer.pause(List.of(partition));
            }
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            ahead.with(records, consumer.currentLag(partition))
                    .forEach(read -> progress.begun(read.offset(), take(read.message())));
            progress.advance()
                    .ifPresent(next -> consumer.commitAsync(place(next), (places, trouble) -> {
                        if (trouble != null) {
                            LOG.warn(
                                    "host={} could not keep its place among the commands: {}",
                                    address.host(),
                                    String.valueOf(trouble));
                        }
                    }));
        } catch (InterruptException interrupted) {
            throw interrupted;
        } catch (KafkaException trouble) {
            pause(trouble);
        }
    }

    private void keepPlace() {
        try {
            progress.advance().ifPresent(next -> consumer.commitSync(place(next), KAFKA_ANSWERS));
        } catch (KafkaException trouble) {
            LOG.warn("host={} could not keep its place among the commands: {}", address.host(), trouble.toString());
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> place(long next) {
        return Map.of(partition, new OffsetAndMetadata(next));
    }

    private CompletableFuture<?> take(Optional<AgentMessage> message) {
        return message.filter(filter::isMine)
                .<CompletableFuture<?>>map(
                        mine -> handler.apply(new Heard(mine, ahead.time())).toCompletableFuture())
                .orElseGet(() -> CompletableFuture.completedFuture(message));
    }

    private void pause(KafkaException trouble) {
        LOG.warn("host={} can't read commands, tries again: {}", address.host(), trouble.toString());
        LockSupport.parkNanos(RETRY.toNanos());
    }
}
