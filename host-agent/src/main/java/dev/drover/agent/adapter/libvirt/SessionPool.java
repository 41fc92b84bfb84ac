package dev.drover.agent.adapter.libvirt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.libvirt.LibvirtException;

/** Sessions that wait for their next caller; there are as many as are in use at once. */
final class SessionPool {
    private static final int SPARE = 8;

    private final String uri;
    private final Deque<Session> idle = new ArrayDeque<>();

    SessionPool(String uri) {
        this.uri = uri;
    }

    /** One for the caller alone, until it gives it back. */
    Session take() throws LibvirtException {
        Optional<Session> waiting = waiting();
        return waiting.isPresent() ? waiting.get() : new Session(uri);
    }

    void giveBack(Session session) {
        if (!session.alive() || !kept(session)) {
            session.close();
        }
    }

    /** Closes what is not in use. */
    void clear() {
        for (Optional<Session> next = waiting(); next.isPresent(); next = waiting()) {
            next.get().close();
        }
    }

    private synchronized Optional<Session> waiting() {
        return Optional.ofNullable(idle.pollFirst());
    }

    private synchronized boolean kept(Session session) {
        return idle.size() < SPARE && idle.offerFirst(session);
    }
}
