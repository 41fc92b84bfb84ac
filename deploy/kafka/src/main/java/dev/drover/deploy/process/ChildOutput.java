package dev.drover.deploy.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Reads a child's standard output to its end, so that the child never blocks on a full pipe: each line goes to the log
 * and to the listener, the first READY line to whoever waits for it.
 */
final class ChildOutput implements Runnable {
    private static final String READY = "READY";

    private final BufferedReader output;
    private final PrintStream log;
    private final Consumer<String> listener;
    private final CompletableFuture<Optional<String>> ready = new CompletableFuture<>();

    ChildOutput(BufferedReader output, PrintStream log, Consumer<String> listener) {
        this.output = output;
        this.log = log;
        this.listener = listener;
    }

    /** What follows READY on its line; empty once the output ended without one. */
    CompletableFuture<Optional<String>> ready() {
        return ready;
    }

    @Override
    public void run() {
        try (output;
                log) {
            output.lines().forEach(this::take);
        } catch (IOException | RuntimeException e) {
            log.println("standard output can't be read any more: " + e);
        } finally {
            ready.complete(Optional.empty());
        }
    }

    private void take(String line) {
        log.println(line);
        if (line.equals(READY) || line.startsWith(READY + " ")) {
            ready.complete(Optional.of(line.substring(READY.length()).strip()));
        }
        try {
            listener.accept(line);
        } catch (RuntimeException e) {
            log.println("the listener to standard output failed: " + e);
        }
    }
}
