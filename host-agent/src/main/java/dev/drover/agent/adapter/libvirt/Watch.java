package dev.drover.agent.adapter.libvirt;

import com.sun.jna.Pointer;
import dev.drover.agent.adapter.libvirt.LibvirtExtension.LifecycleCallback;
import java.util.function.Consumer;
import org.libvirt.LibvirtException;
import org.libvirt.NativeAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that only listens: for changes of domains, and for its own end. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Session session;
    /** Held here because JNA lets go of callbacks that only native code knows. */
    private final LifecycleCallback onLifecycle;

    private final int subscription;

    /** Both are called on the event loop's thread and must not call libvirt. */
    Watch(String uri, Runnable changed, Consumer<Watch> ended) throws LibvirtException {
        onLifecycle = (connection, domain, event, detail, opaque) -> told(changed);
        session = new Session(uri);
        try {
            session.connect().registerCloseListener((connection, reason) -> ended.accept(this));
            subscription = NativeAccess.check(LibvirtExtension.INSTANCE.virConnectDomainEventRegisterAny(
                    pointer(), null, LibvirtExtension.LIFECYCLE, onLifecycle, null, null));
        } catch (LibvirtException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    boolean alive() {
        return session.alive();
    }

    /** Nothing is heard of it from now on. */
    void close() {
        try {
            // Either would keep the connection open.
            NativeAccess.check(LibvirtExtension.INSTANCE.virConnectDomainEventDeregisterAny(pointer(), subscription));
            session.connect().unregisterCloseListener();
        } catch (LibvirtException e) {
            LOG.debug("ending a watch: {}", LibvirtErrors.words(e));
        }
        session.close();
    }

    private Pointer pointer() {
        return NativeAccess.pointer(session.connect());
    }

    private static int told(Runnable changed) {
        changed.run();
        return 0;
    }
}
