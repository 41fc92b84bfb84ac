package org.libvirt;

import com.sun.jna.Pointer;

/**
 * What libvirt-java keeps to itself and calls to functions it does not bind can't do without: its native pointers, and
 * how it turns libvirt's last error into an exception.
 */
public final class NativeAccess {
    private NativeAccess() {}

    /** The {@code virDomainPtr}; valid until the domain is freed. */
    public static Pointer pointer(Domain domain) {
        return domain.vdp.getPointer();
    }

    /** The {@code virConnectPtr}; valid until the connection is closed. */
    public static Pointer pointer(Connect connect) {
        return connect.vcp.getPointer();
    }

    /** Returns what a libvirt function returned on this thread just now, or throws the error it left behind. */
    public static int check(int returned) throws LibvirtException {
        ErrorHandler.processError(returned);
        if (returned < 0) {
            throw new IllegalStateException("libvirt returned " + returned + " and no error");
        }
        return returned;
    }
}
