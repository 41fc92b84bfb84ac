package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.report.FailureKind;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to one libvirt, opened again, with growing pauses, whenever it was lost. */
final class LibvirtConnection {
    private static final Logger LOG = LoggerFactory.getLogger(LibvirtConnection.class);

    private final String uri;
    private final ChangeSignal changes;
    private final SessionPool sessions;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("libvirt-connection").factory());
    private Link link = new Link.Down("it has not been tried yet", Backoff.FIRST);

    private sealed interface Link {
        record Up(Watch watch) implements Link {}

        record Down(String words, Backoff backoff) implements Link {}

        record Closed() implements Link {}
    }

    /** What is done with a connection by its only user. */
    @FunctionalInterface
    interface Use<T> {
        T with(Connect connect) throws LibvirtException;
    }

    /** Raises {@code changes} when a domain changed, and when the news of it may have been missed. */
    LibvirtConnection(String uri, ChangeSignal changes) {
        this.uri = uri;
        this.changes = changes;
        this.sessions = new SessionPool(uri);
    }

    /** The first opening, on the caller's thread. Any further one is this object's own affair. */
    void open() throws LibvirtException {
        opened(new Watch(uri, changes::raise, this::lost));
    }

    /**
     * Uses a connection on the caller's thread. Throws {@link HypervisorException} where there is none, at once, and
     * where it was lost on the way: what libvirt did of the call has to be observed then.
     */
    <T> T use(Use<T> use) throws LibvirtException {
        requireUp();
        Session session = session();
        try {
            return use.with(session.connect());
        } catch (LibvirtException e) {
            if (session.alive()) {
                throw e;
            }
            throw failure("was lost during a call, whose outcome is unknown: " + LibvirtErrors.words(e));
        } finally {
            giveBack(session);
        }
    }

    /**
     * Refuses calls from now on, and returns once everything is closed that is not in use, or after {@code limit}. Calls
     * under way keep their connection until they end. Doing it again does nothing.
     */
    void close(Duration limit) {
        Link last = closed();
        if (last instanceof Link.Closed) {
            return;
        }
        Future<?> ended = background.submit(() -> end(last));
        try {
            ended.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("libvirt at {} did not let itself be closed", uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        background.shutdownNow();
    }

    private synchronized void requireUp() {
        switch (link) {
            case Link.Up up -> {}
            case Link.Down down -> throw failure("is not connected, but tried again and again: " + down.words);
            case Link.Closed closed -> throw failure("was closed");
        }
    }

    private Session session() {
        try {
            return sessions.take();
        } catch (LibvirtException e) {
            throw failure("can't be reached: " + LibvirtErrors.words(e));
        }
    }

    private void giveBack(Session session) {
        sessions.giveBack(session);
        if (!isUp()) {
            sessions.clear();
        }
    }

    private synchronized boolean isUp() {
        return link instanceof Link.Up;
    }

    private synchronized void opened(Watch watch) {
        if (link instanceof Link.Closed) {
            watch.close();
        } else {
            link = new Link.Up(watch);
            if (!watch.alive()) {
                // It ended before it was ours, when nobody listened.
                lost(watch);
            }
        }
    }

    /** On the event loop's thread, so that closing is left to another. */
    private synchronized void lost(Watch watch) {
        if (link instanceof Link.Up up && up.watch == watch) {
            LOG.warn("the connection to libvirt at {} was lost", uri);
            background.execute(watch::close);
            background.execute(sessions::clear);
            retryAfter(new Link.Down("the connection was lost", Backoff.FIRST));
        }
    }

    private void reopen() {
        try {
            open();
            LOG.info("connected to libvirt at {} again", uri);
            changes.raise();
        } catch (LibvirtException e) {
            stillDown(LibvirtErrors.words(e));
        } catch (RuntimeException e) {
            stillDown(String.valueOf(e.getMessage()));
        }
    }

    private synchronized void stillDown(String words) {
        if (link instanceof Link.Down down) {
            LOG.debug("libvirt at {}: {}", uri, words);
            retryAfter(new Link.Down(words, down.backoff.next()));
        }
    }

    private synchronized void retryAfter(Link.Down down) {
        link = down;
        long delay = down.backoff.delay().toNanos();
        Future<?> next = background.schedule(this::reopen, delay, TimeUnit.NANOSECONDS);
        LOG.trace("next try: {}", next);
    }

    private void end(Link last) {
        if (last instanceof Link.Up up) {
            up.watch.close();
        }
        sessions.clear();
    }

    private synchronized Link closed() {
        Link last = link;
        link = new Link.Closed();
        return last;
    }

    private HypervisorException failure(String what) {
        return new HypervisorException(FailureKind.HYPERVISOR_ERROR, "libvirt at " + uri + " " + what);
    }
}
