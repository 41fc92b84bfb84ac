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
 * promises. The other clients only wait meanwhile: they say
 * nothing of a broker that is silent, and the same line many times a second of one that is gone.
 */
public final class KafkaWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A broker may be this busy without anybody having to know. */
    private static final int PATIENCE_MILLIS = 4000;

    /** Settings change seldom. */
    private static final int LOOKS_AT_TOPICS = 5;

    private final String bootstrap;
    private final KafkaAdmin admin;
    private final TopicWatch topics;
    private final ScheduledExecutorService clock;
    private boolean answers = true;
    private long lastAnswer = System.nanoTime();
    private int looks;

    /** Begins to look; throws {@link dev.drover.scheduler.engine.ZoneLogException} when Kafka does not answer now. */
    public KafkaWatch(String bootstrap) {
        this.bootstrap = bootstrap;
        this.admin = KafkaAdmin.connect(bootstrap);
        this.topics = new TopicWatch(admin);
        this.clock = new ScheduledThreadPoolExecutor(
                1, task -> Thread.ofPlatform().daemon().name("kafka-watch").unstarted(task));
        var unused =
                clock.scheduleWithFixedDelay(this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        admin.close();
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
        if (looks++ % LOOKS_AT_TOPICS == 0) {
            topics.look();
        }
    }
}
