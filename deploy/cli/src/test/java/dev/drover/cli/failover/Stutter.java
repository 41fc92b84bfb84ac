package dev.drover.cli.failover;

import dev.drover.cli.process.Node;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Makes a process slow: it runs for a moment, and stands for several. */
final class Stutter implements AutoCloseable {
    private static final Duration RUNS = Duration.ofMillis(60);
    private static final Duration STANDS = Duration.ofMillis(300);

    private final long pid;
    private final Thread rhythm;
    private volatile boolean ended;

    Stutter(long pid) {
        this.pid = pid;
        this.rhythm = Thread.ofPlatform().name("stutter").start(this::beat);
    }

    /** It runs on as ever. */
    @Override
    public void close() throws InterruptedException {
        ended = true;
        rhythm.join();
    }

    private void beat() {
        while (!ended) {
            Node.signal(pid, "STOP");
            LockSupport.parkNanos(STANDS.toNanos());
            Node.signal(pid, "CONT");
            LockSupport.parkNanos(RUNS.toNanos());
        }
    }
}
