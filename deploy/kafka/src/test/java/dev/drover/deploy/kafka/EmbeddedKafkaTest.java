package dev.drover.deploy.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    @TempDir
    Path folder;

    @Test
    void records_groups_address_and_clients_outlive_an_orderly_stop_and_a_kill_but_no_process_outlives_its_closing()
            throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.start(folder);
        try (kafka) {
            String bootstrap = kafka.bootstrap();
            try (Records records = new Records(bootstrap)) {
                records.write(0, 100);
                assertThat(records.read("first", 100)).isEqualTo(numbers(0, 100));

                kafka.stop();
                assertThat(cleanShutdown(folder)).exists();
                kafka.restart();
                assertThat(kafka.bootstrap()).isEqualTo(bootstrap);
                records.write(100, 200);

                kafka.kill();
                assertThat(cleanShutdown(folder)).doesNotExist();
                kafka.restart();
                assertThat(kafka.bootstrap()).isEqualTo(bootstrap);
                records.write(200, 300);

                assertThat(records.read("first", 200)).isEqualTo(numbers(100, 300));
                assertThat(records.read("second", 300)).isEqualTo(numbers(0, 300));
            }
        }
        assertThat(ProcessHandle.of(kafka.pid())).isEmpty();
    }

    @Test
    void two_brokers_serve_side_by_side_each_in_its_own_folder_and_end_in_order_on_sigterm() throws Exception {
        BrokerArguments reachable =
                BrokerArguments.in(folder.resolve("reachable")).reachedBy("127.0.0.2");
        CompletableFuture<EmbeddedKafka> starting = CompletableFuture.supplyAsync(() -> EmbeddedKafka.start(reachable));

        try (EmbeddedKafka local = EmbeddedKafka.start(folder.resolve("local"));
                EmbeddedKafka other = starting.get(60, SECONDS);
                Records here = new Records(local.bootstrap());
                Records there = new Records(other.bootstrap())) {
            here.write(0, 10);
            there.write(10, 20);

            assertThat(local.bootstrap()).startsWith("127.0.0.1:");
            assertThat(other.bootstrap()).startsWith("127.0.0.2:");
            assertThat(here.read("group", 10)).isEqualTo(numbers(0, 10));
            assertThat(there.read("group", 10)).isEqualTo(numbers(10, 20));
            assertThat(local.log()).content().contains("READY " + local.bootstrap());
            assertThatThrownBy(() -> BrokerFolder.at(folder.resolve("local")).lock(Duration.ZERO))
                    .isInstanceOf(BrokerFailedException.class)
                    .hasMessageContainingAll("another broker runs on " + folder.resolve("local"), "stop it first");

            ProcessHandle process = ProcessHandle.of(other.pid()).orElseThrow();
            process.destroy();
            process.onExit().get(20, SECONDS);
            assertThat(other.isAlive()).isFalse();
            assertThat(cleanShutdown(folder.resolve("reachable"))).exists();
        }
    }

    @Test
    void a_taken_port_is_a_clear_error_and_leaves_no_process() throws Exception {
        int port = Ports.pick("127.0.0.1", 0, new SplittableRandom());
        long before = ProcessHandle.current().children().count();

        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () -> EmbeddedKafka.start(BrokerArguments.in(folder).onPort(taken.getLocalPort())))
                    .isInstanceOf(BrokerFailedException.class)
                    .hasMessageContainingAll(
                            folder.toString(), "can't listen on 127.0.0.1:" + port, "Address already in use");
        }
        assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
    }

    @Test
    void data_of_something_else_are_a_clear_error() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("data")).resolve("meta.properties"), "garbage");

        assertThatThrownBy(() -> EmbeddedKafka.start(folder))
                .isInstanceOf(BrokerFailedException.class)
                .hasMessageContainingAll(folder.resolve("data") + " can't be used", "choose another folder");
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_clear_error() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> EmbeddedKafka.start(file))
                .isInstanceOf(BrokerFailedException.class)
                .hasMessageContainingAll(file.toString(), "can't be written");
    }

    private static Path cleanShutdown(Path folder) {
        return folder.resolve("data/.kafka_cleanshutdown");
    }

    private static List<Integer> numbers(int first, int last) {
        return IntStream.range(first, last).boxed().toList();
    }
}
