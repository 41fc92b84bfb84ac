package dev.drover.agent.adapter.libvirt;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.libvirt.Connect;
import org.libvirt.Library;
import org.libvirt.LibvirtException;
import org.libvirt.jna.Libvirt.VirErrorCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libvirt's event loop, which events, keepalives and the news of a closed connection need. libvirt has one a process and
 * wants it before the first connection; so it starts with this class and ends with the process.
 */
final class EventLoop {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final long PAUSE_AFTER_ERROR = TimeUnit.SECONDS.toNanos(1);

    /** libvirt prints errors to stderr unless somebody takes them; they all come back as exceptions anyway. */
    private static final VirErrorCallback QUIET = (userData, error) -> LOG.debug("libvirt: {}", error.message);

    private static final Thread RUNNING = start();

    private EventLoop() {}

    /** Whether it runs, as it does from the first call on. */
    static boolean runs() {
        return RUNNING.isAlive();
    }

    private static Thread start() {
        try {
            Library.initEventLoop();
            Connect.setErrorCallback(QUIET);
        } catch (LibvirtException e) {
            throw new IllegalStateException("libvirt can't start its event loop: " + LibvirtErrors.words(e), e);
        }
        return Thread.ofPlatform().daemon().name("libvirt-events").start(EventLoop::loop);
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void loop() {
        while (true) {
            try {
                Library.processEvent();
            } catch (LibvirtException | RuntimeException e) {
                LOG.warn("libvirt's event loop stumbled and goes on", e);
                LockSupport.parkNanos(PAUSE_AFTER_ERROR);
            }
        }
    }
}
