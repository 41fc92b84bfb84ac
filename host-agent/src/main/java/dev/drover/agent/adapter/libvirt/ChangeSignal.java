package dev.drover.agent.adapter.libvirt;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners that something changed, on a thread that may call libvirt; a burst of changes is told as few. */
final class ChangeSignal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeSignal.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore changed = new Semaphore(0);
    private final Thread thread;

    ChangeSignal() {
        thread = Thread.ofPlatform().daemon().name("libvirt-changes").start(this::tellForEver);
    }

    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Returns at once; every listener is called after this. */
    void raise() {
        changed.release();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void tellForEver() {
        try {
            while (true) {
                changed.acquire();
                changed.drainPermits();
                listeners.forEach(ChangeSignal::tell);
            }
        } catch (InterruptedException closed) {
            LOG.trace("no more changes are told", closed);
        }
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("a listener to changes of the hypervisor failed", e);
        }
    }
}
