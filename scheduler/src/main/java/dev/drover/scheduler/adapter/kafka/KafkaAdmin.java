package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.id.InvalidValueException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A connection for questions about topics and brokers, with answers in words. */
final class KafkaAdmin implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;

    private KafkaAdmin(Admin admin) {
        this.admin = admin;
    }

    /**
     * Connects. Throws {@link ZoneLogException} when no broker answers, {@link InvalidValueException} when the address
     * can't be one.
     */
    static KafkaAdmin connect(String bootstrap) {
        KafkaAdmin connected = new KafkaAdmin(open(bootstrap));
        try {
            connected.greet(bootstrap);
            return connected;
        } catch (RuntimeException silent) {
            connected.close();
            throw silent;
        }
    }

    /**
     * The answer; throws {@link ZoneLogException} saying that {@code doing} failed. A topic that was created a moment
     * ago is not known everywhere at once, so that answer is not believed early.
     */
    <T> T ask(String doing, Function<Admin, KafkaFuture<T>> question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return attempt(question);
            } catch (ExecutionException failed) {
                boolean early = System.nanoTime() - deadline < 0;
                if (!early || !(failed.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw new ZoneLogException(doing + " failed: " + failed.getCause(), failed);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** The answer to a question asked once. */
    <T> T attempt(Function<Admin, KafkaFuture<T>> question) throws ExecutionException {
        try {
            return question.apply(admin).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ZoneLogException("interrupted while asking Kafka", interrupted);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO); // nobody waits for an answer any more
    }

    private static Admin open(String bootstrap) {
        try {
            return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
        } catch (KafkaException refused) {
            Throwable why = refused.getCause() == null ? refused : refused.getCause();
            throw new InvalidValueException("kafka", "is '" + bootstrap + "': " + why.getMessage());
        }
    }

    private void greet(String bootstrap) {
        DescribeClusterOptions soon = new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
        try {
            var nodes = attempt(asked -> asked.describeCluster(soon).nodes());
            assert !nodes.isEmpty() : "who answered?";
        } catch (ExecutionException silent) {
            throw new ZoneLogException(
                    "Kafka at " + bootstrap + " does not answer within " + PATIENCE.toSeconds()
                            + " s; is it running, and is that its address? (" + silent.getCause() + ")",
                    silent);
        }
    }
}
