package dev.drover.agent.adapter.kafka;

import dev.drover.agent.domain.Cause;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.ReportMark;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one life's reports to the zone's inbox, numbered without gaps, in the order they were given. While Kafka is
 * away they wait, up to {@value #MOST_WAITING}. One is sent after the other is acknowledged: reports are milestones,
 * and nothing else keeps their order when a broker fails in between.
 */
public final class ReportSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportSender.class);
    private static final int MOST_WAITING = 10_000;
    private static final Duration FLUSH = Duration.ofSeconds(5);
    private static final Duration FORGET_AFTER = Duration.ofHours(1);

    private final KafkaAddress address;
    private final Incarnation incarnation;
    private final InstantSource clock;
    private final KafkaProducer<String, byte[]> producer;
    private final MessageCodec codec = new MessageCodec();
    private final ThreadPoolExecutor thread;
    private Sequence next = Sequence.FIRST;

    /** For the agent's present life. Throws {@link org.apache.kafka.common.KafkaException} when the address can't be used at all. */
    public ReportSender(KafkaAddress address, Incarnation incarnation, InstantSource clock) {
        this.address = address;
        this.incarnation = incarnation;
        this.clock = clock;
        Map<String, Object> settings = ClientSettings.producer(address.bootstrap());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, address.group() + "-reports");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, FORGET_AFTER.toMillis());
        this.producer = new KafkaProducer<>(settings);
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name("reports-" + address.host()).factory());
    }

    /**
     * Takes a report on and returns at once. The stage completes when Kafka has it for certain, and exceptionally when
     * it never will.
     */
    public synchronized CompletionStage<ReportMark> send(Report report, Optional<Cause> cause) {
        CompletableFuture<ReportMark> done = new CompletableFuture<>();
        ReportMark mark = new ReportMark(address.host(), incarnation, next);
        try {
            ProducerRecord<String, byte[]> record = Records.write(
                    Topics.INBOX,
                    address.layout().partition(),
                    address.zone().value(),
                    codec.encode(new ReportMessage(head(mark, cause), mark, report)));
            thread.execute(() -> transmit(record, mark, done));
            next = next.next();
        } catch (RejectedExecutionException full) {
            done.completeExceptionally(new IllegalStateException(
                    thread.isShutdown()
                            ? "the agent is stopping"
                            : MOST_WAITING + " reports wait for Kafka; there is no room for more",
                    full));
        } catch (IllegalArgumentException tooLarge) {
            done.completeExceptionally(tooLarge);
        }
        return done;
    }

    /** Gives what waits a few seconds to leave, then lets go. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(FLUSH.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("host={} stops with reports that Kafka did not take", address.host());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        abandon();
    }

    /** Lets go at once, as if the process had been killed. */
    public void abandon() {
        thread.shutdownNow();
        producer.close(Duration.ZERO);
    }

    private Head head(ReportMark mark, Optional<Cause> cause) {
        return new Head(
                new MessageId("%s-%d-%d"
                        .formatted(
                                mark.host(),
                                mark.incarnation().value(),
                                mark.sequence().value())),
                address.zone(),
                clock.instant(),
                Actor.host(address.host()),
                Optional.empty(),
                cause.map(Cause::command),
                cause.flatMap(Cause::correlation));
    }

    private void transmit(ProducerRecord<String, byte[]> record, ReportMark mark, CompletableFuture<ReportMark> done) {
        try {
            while (!sent(record)) {
                LOG.warn("host={} waits for Kafka at {} to take its reports", address.host(), address.bootstrap());
            }
            done.complete(mark);
        } catch (RuntimeException | ExecutionException failed) {
            done.completeExceptionally(failed);
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
            done.completeExceptionally(abandoned);
        }
    }

    /** False when Kafka could not be reached in time; then it is worth another try. */
    private boolean sent(ProducerRecord<String, byte[]> record) throws ExecutionException, InterruptedException {
        try {
            producer.send(record).get();
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RetriableException) {
                return false;
            }
            throw failed;
        }
    }
}
