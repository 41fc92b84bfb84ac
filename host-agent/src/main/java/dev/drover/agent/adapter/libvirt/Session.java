package dev.drover.agent.adapter.libvirt;

import org.libvirt.Connect;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, for one caller at a time. libvirt allows more, but its client library can lose the wake-up of a call
 * that is made while another waits for its answer, as a migration does for minutes; the second call is then not even
 * sent before the next keepalive (seen with 9.0).
 */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int KEEPALIVE_SECONDS = 5;
    private static final int KEEPALIVES_MISSED = 3;

    private final Connect connect;

    Session(String uri) throws LibvirtException {
        connect = new Connect(uri);
        try {
            boolean kept = connect.setKeepAlive(KEEPALIVE_SECONDS, KEEPALIVES_MISSED);
            LOG.trace("connected to {}, keepalive: {}", uri, kept);
        } catch (LibvirtException e) {
            // A driver that lives in this process has no peer to lose.
            if (e.getError().getCode() != ErrorNumber.VIR_ERR_NO_SUPPORT) {
                close();
                throw e;
            }
        }
    }

    Connect connect() {
        return connect;
    }

    /** Whether it still stands, as far as libvirt knows; asks nobody. */
    boolean alive() {
        try {
            return connect.isAlive();
        } catch (LibvirtException e) {
            LOG.debug("not alive: {}", LibvirtErrors.words(e));
            return false;
        }
    }

    /** Nobody may use it any more. */
    void close() {
        try {
            connect.close();
        } catch (LibvirtException e) {
            LOG.debug("closing a connection: {}", LibvirtErrors.words(e));
        }
    }
}
