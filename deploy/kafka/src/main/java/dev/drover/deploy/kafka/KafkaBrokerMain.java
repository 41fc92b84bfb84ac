package dev.drover.deploy.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * The main class of a broker's JVM. Says {@code READY host:port} once it serves and ends in order on SIGTERM. Exits
 * with 1 when it can't start and with 2 when its arguments are wrong; the reason is the last line on standard error.
 */
public final class KafkaBrokerMain {
    /** How long a predecessor on the same folder may take to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String USAGE = """
            Usage: drover kafka --data DIR [--host H | --listen H --advertise H] [--port N]
            A Kafka of one node, its data in a folder, kept over restarts.
              --data DIR      the folder; created when missing
              --host H        the address to listen on and to be reached by (default: 127.0.0.1)
              --listen H      the address to listen on, where it differs from
              --advertise H   the address to be reached by
              --port N        0 takes the folder's last port, or a free one (default)
            """;

    private KafkaBrokerMain() {}

    /** For the arguments see {@link BrokerArguments}. */
    public static void main(String[] args) {
        try {
            serve(arguments(args));
        } catch (BrokerFailedException e) {
            fail(1, e);
        } catch (IOException | InterruptedException | RuntimeException e) {
            e.printStackTrace();
            fail(1, new BrokerFailedException("Kafka does not start: " + e, e));
        }
    }

    private static BrokerArguments arguments(String[] args) {
        if (List.of(args).contains("--help")) {
            System.out.print(USAGE);
            System.exit(0);
        }
        try {
            return BrokerArguments.parse(List.of(args));
        } catch (IllegalArgumentException e) {
            fail(2, e);
            throw e;
        }
    }

    private static void serve(BrokerArguments arguments) throws IOException, InterruptedException {
        BrokerFolder folder = BrokerFolder.at(arguments.folder());
        FileLock lock = folder.lock(PATIENCE);
        DataFormat.ensure(folder);
        PortChoice ports = PortChoice.of(arguments, folder.lastPort(), new SplittableRandom());
        KafkaRaftServer server = started(arguments, folder.data(), ports);
        folder.rememberPort(ports.clients());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, lock), "end-broker"));
        System.out.println("READY " + arguments.advertise() + ":" + ports.clients());
        server.awaitShutdown();
    }

    private static KafkaRaftServer started(BrokerArguments arguments, Path data, PortChoice ports) {
        KafkaConfig config = KafkaConfig.fromProps(BrokerSettings.of(arguments, data, ports), false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
        return server;
    }

    private static void end(KafkaRaftServer server, FileLock lock) {
        server.shutdown();
        server.awaitShutdown();
        try {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fail(int code, RuntimeException reason) {
        System.err.println("drover broker: " + reason.getMessage());
        System.exit(code);
    }
}
