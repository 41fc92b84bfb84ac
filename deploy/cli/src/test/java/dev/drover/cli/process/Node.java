package dev.drover.cli.process;

import dev.drover.deploy.process.ChildJvm;
import dev.drover.deploy.process.JvmCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A process that can be killed, frozen, and begun again, always with the same command and the same log. */
public final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JvmCommand command;
    private final Path log;
    private ChildJvm process;

    public Node(JvmCommand command, Path log) {
        this.command = command.withJvmFlags(
                "-Xms24m",
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS",
                "-Dorg.slf4j.simpleLogger.log.org.apache.kafka=warn",
                "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.clients.NetworkClient=error",
                "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.clients.producer.internals.Sender=error");
        this.log = log;
        this.process = ChildJvm.start(this.command, log);
    }

    public void awaitReady() {
        String unused = process.awaitReady(PATIENCE);
    }

    public void begin() {
        process = ChildJvm.start(command, log);
        awaitReady();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public void kill() {
        process.kill();
    }

    /** SIGTERM; returns at once. */
    public void askToEnd() {
        signal(process.pid(), "TERM");
    }

    public OptionalInt awaitEnd() {
        Until.holds("the end of " + log.getFileName(), PATIENCE, () -> !process.isAlive());
        return process.exitCode();
    }

    public void freeze() {
        signal(process.pid(), "STOP");
    }

    public void thaw() {
        signal(process.pid(), "CONT");
    }

    public Path log() {
        return log;
    }

    /** In how many lines of its log these words stand. */
    public long said(String words) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(words)).count();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    public static void signal(long pid, String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new AssertionError("process " + pid + " could not be sent SIG" + signal);
            }
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("kill could not be run", failed);
        }
    }

    /** A frozen process would not hear that it shall end. */
    @Override
    public void close() {
        if (process.isAlive()) {
            thaw();
        }
        process.close();
    }
}
