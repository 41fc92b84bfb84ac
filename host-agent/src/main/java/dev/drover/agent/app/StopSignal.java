package dev.drover.agent.app;

import akka.Done;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** When the process is asked to end: by a signal, or by its parent's end. It lives on until it says it is done. */
final class StopSignal implements AutoCloseable {
    private static final Duration ORDERLY = Duration.ofSeconds(20);

    private final CompletableFuture<Done> asked = new CompletableFuture<>();
    private final CompletableFuture<Done> done = new CompletableFuture<>();

    private StopSignal() {}

    /** Listens for signals, and when asked to for the end of this stream. */
    static StopSignal listen(boolean withParent, InputStream in) {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(signal::endOrderly));
        if (withParent) {
            Thread.ofPlatform().daemon().name("parent").start(() -> signal.awaitEndOf(in));
        }
        return signal;
    }

    /** Completes when the process is to end. */
    CompletionStage<Done> asked() {
        return asked;
    }

    /** Waits for so long unless asked to end before; true when asked. */
    boolean askedWithin(Duration time) {
        try {
            asked.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException | ExecutionException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Everything is in order: the process may go. */
    @Override
    public void close() {
        done.complete(Done.getInstance());
    }

    private void endOrderly() {
        asked.complete(Done.getInstance());
        done.completeOnTimeout(Done.getInstance(), ORDERLY.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void awaitEndOf(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            asked.complete(Done.getInstance());
        }
        asked.complete(Done.getInstance());
    }
}
