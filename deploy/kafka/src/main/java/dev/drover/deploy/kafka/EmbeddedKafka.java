package dev.drover.deploy.kafka;

import dev.drover.deploy.process.ChildFailedException;
import dev.drover.deploy.process.ChildJvm;
import dev.drover.deploy.process.JvmCommand;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A Kafka broker in a child JVM, its data in a folder. The child ends with this process at the latest.
 *
 * <p>A test class that needs one: {@code try (var kafka = EmbeddedKafka.start(folder))}, or a field started in
 * {@code BeforeAll} and closed in {@code AfterAll}. A start takes about three seconds, more on a busy machine.
 */
public final class EmbeddedKafka implements AutoCloseable {
    /** How long a start may take: seconds, but minutes on a disk that others keep busy, for it is written through. */
    public static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** One compiler tier: 40 % less processor time for a start, and as many transactions a second once warm. */
    private static final String[] SMALL = {"-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"};

    private static final String[] QUIET = {
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
        "-Dorg.slf4j.simpleLogger.showDateTime=true",
        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
    };

    private final BrokerArguments arguments;
    private volatile Running running;

    private record Running(ChildJvm child, String bootstrap) {}

    private EmbeddedKafka(BrokerArguments arguments) {
        this.arguments = arguments;
        this.running = launch(arguments);
    }

    /** Starts a broker for this machine alone on this folder, which is created when missing. */
    public static EmbeddedKafka start(Path folder) {
        return start(BrokerArguments.in(folder));
    }

    /**
     * Starts a broker and returns when it serves.
     *
     * @throws BrokerFailedException when it does not, with the cause; no process is left then
     */
    public static EmbeddedKafka start(BrokerArguments arguments) {
        return new EmbeddedKafka(arguments);
    }

    /** Its address for {@code bootstrap.servers}: {@code host:port}. */
    public String bootstrap() {
        return running.bootstrap();
    }

    /** The broker's process id, also after its end. */
    public long pid() {
        return running.child().pid();
    }

    /** True while the broker's process runs. */
    public boolean isAlive() {
        return running.child().isAlive();
    }

    /** The broker's log, appended to by each start. */
    public Path log() {
        return running.child().log();
    }

    /** Ends the broker in order, as {@link #close} does, and returns when it is gone. Its data stay. */
    public void stop() {
        running.child().close();
    }

    /** Kills the broker (signal 9) and returns when it is gone. What it acknowledged stays. */
    public void kill() {
        running.child().kill();
    }

    /**
     * Starts the broker again on its folder, after stopping it when it runs. Its address stays the same unless
     * something else took its port.
     *
     * @throws BrokerFailedException as for a start
     */
    public synchronized void restart() {
        stop();
        running = launch(arguments);
    }

    @Override
    public void close() {
        stop();
    }

    private static Running launch(BrokerArguments arguments) {
        BrokerFolder folder = BrokerFolder.at(arguments.folder());
        JvmCommand command = JvmCommand.of(
                        KafkaBrokerMain.class, arguments.words().toArray(String[]::new))
                .withJvmFlags(SMALL)
                .withJvmFlags(QUIET);
        try {
            ChildJvm child = ChildJvm.start(command, folder.log());
            return new Running(child, child.awaitReady(START_LIMIT));
        } catch (ChildFailedException e) {
            throw new BrokerFailedException("the broker on " + folder.path() + " does not start: " + e.getMessage(), e);
        }
    }
}
