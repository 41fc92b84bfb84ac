package dev.drover.deploy.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A child JVM. It says {@code READY}, and what else there is to know, in one line of its standard output once it
 * serves. It ends in order when asked to and when this process dies, however that happens.
 */
public final class ChildJvm implements AutoCloseable {
    /** How long {@link #close} lets a child end in order. */
    public static final Duration GRACE = Duration.ofSeconds(20);

    private final String name;
    private final Process process;
    private final ChildLog log;
    private final ChildOutput output;

    private ChildJvm(String name, Process process, ChildLog log, ChildOutput output) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.output = output;
    }

    /** Starts a child whose standard output and error are appended to this log, which is created when missing. */
    public static ChildJvm start(JvmCommand command, Path log) {
        return start(command, log, line -> {});
    }

    /**
     * The same, with a listener to the lines of standard output, called on one thread of this child. It must not block
     * for long: the child would stand still.
     *
     * @throws ChildFailedException when the log can't be written or the command can't be executed
     */
    public static ChildJvm start(JvmCommand command, Path log, Consumer<String> listener) {
        try {
            ChildLog opened = ChildLog.open(log);
            PrintStream lines = opened.appender();
            Process process = begin(command, opened.file(), lines);
            ChildOutput output = new ChildOutput(process.inputReader(UTF_8), lines, listener);
            Thread.ofPlatform().daemon().name("output-of-" + process.pid()).start(output);
            return new ChildJvm(command.mainClass(), process, opened, output);
        } catch (IOException e) {
            throw new ChildFailedException(
                    command.mainClass() + " could not be started with its log in " + log + ": " + e, e);
        }
    }

    /**
     * Waits for the READY line and gives what follows it there. A child that is not ready in time is killed.
     *
     * @throws ChildFailedException when it ended before or the time is over, with the last lines of its log
     */
    public String awaitReady(Duration limit) {
        try {
            return output.ready().get(limit.toNanos(), TimeUnit.NANOSECONDS).orElseThrow(this::endedEarly);
        } catch (TimeoutException e) {
            kill();
            throw failure("was not ready within " + limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
            throw failure("was given up while starting: the waiting thread was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading standard output never fails, it ends", e);
        }
    }

    /** The process id, also behind a prefix. */
    public long pid() {
        return process.pid();
    }

    /** The file with its standard output and error. */
    public Path log() {
        return log.file();
    }

    /** True until it ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** How it ended: 0 in order, 128 + n by signal n; empty while it runs. */
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Completes with the exit code when it ended. */
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Asks it to end in order, kills it when it did not within the grace or when the calling thread is interrupted, and
     * returns when it is gone.
     */
    public void stop(Duration grace) {
        letGo();
        if (!endsWithin(grace)) {
            kill();
        }
    }

    /** Kills it at once (signal 9) and returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it with a grace of {@link #GRACE}. */
    @Override
    public void close() {
        stop(GRACE);
    }

    private static Process begin(JvmCommand command, Path log, PrintStream lines) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.words());
        builder.environment().putAll(command.environment());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            lines.close();
            throw e;
        }
    }

    private void letGo() {
        try {
            process.getOutputStream().close();
        } catch (IOException ignored) {
            // closed all the same: the end of a pipe goes away with its descriptor
        }
    }

    private boolean endsWithin(Duration grace) {
        try {
            return process.waitFor(grace.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ChildFailedException endedEarly() {
        stop(GRACE); // its output ends a moment before itself
        return failure("ended with exit code " + process.exitValue() + " before it was ready");
    }

    private ChildFailedException failure(String what) {
        return new ChildFailedException(
                name + " " + what + ". Last lines of " + log.file() + ":\n  " + String.join("\n  ", log.tail()));
    }
}
