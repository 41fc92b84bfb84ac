package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.ZoneLogException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once that Kafka does not answer, and once that it does again, and likewise of topics whose settings break
 * promises. The other clients only wait meanwhile: they say nothing of a broker that is silent, and the same line many
 * times a second of one that is gone.
 */
public final class KafkaWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A broker may be this busy without anybody having to know. */
    private static final int PATIENCE_MILLIS = 4000;

    /** Settings change seldom. */
    private static final Duration PAUSE_OF_TOPICS = Duration.ofSeconds(5);

    private final String bootstrap;
    private final KafkaAdmin admin;
    private final ScheduledExecutorService clock;
    private boolean answers = true;
    private long lastAnswer = System.nanoTime();

    /** Begins to look; throws {@link dev.drover.scheduler.engine.ZoneLogException} when Kafka does not answer now. */
    public KafkaWatch(String bootstrap) {
        this.bootstrap = bootstrap;
        this.admin = KafkaAdmin.connect(bootstrap);
        this.clock = new ScheduledThreadPoolExecutor( // a thread each: a long question about topics delays no word of
                // silence
                2, task -> Thread.ofPlatform().daemon().name("kafka-watch").unstarted(task));
        every(PAUSE, this::look);
        every(PAUSE_OF_TOPICS, new TopicWatch(admin)::look);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        admin.close();
    }

    private void every(Duration pause, Runnable look) {
        var unused = clock.scheduleWithFixedDelay(look, PAUSE.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            var unused = admin.attempt(
                    kafka -> kafka.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                            .nodes());
            heard();
        } catch (ExecutionException silence) {
            silent();
        } catch (ZoneLogException closing) {
            LOG.debug("no longer looking", closing);
        }
    }

    private void silent() {
        if (answers && !clock.isShutdown()) {
            LOG.warn(
                    "Kafka at {} does not answer; zones stand still until it does, and go on by themselves", bootstrap);
            answers = false;
        }
    }

    private void heard() {
        long now = System.nanoTime();
        if (!answers) {
            LOG.info(
                    "Kafka at {} answers again after {} s",
                    bootstrap,
                    TimeUnit.NANOSECONDS.toSeconds(now - lastAnswer));
        }
        answers = true;
        lastAnswer = now;
    }
}
