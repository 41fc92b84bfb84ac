package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.report.FailureKind;

/** libvirt's client library, which is not ours to bring along. */
final class ClientLibrary {
    private ClientLibrary() {}

    /** Loads it and starts its event loop, once; throws {@link HypervisorException} where it is not installed. */
    static void require() {
        try {
            if (!EventLoop.runs()) {
                throw new HypervisorException(FailureKind.HYPERVISOR_ERROR, "libvirt's event loop has ended");
            }
        } catch (LinkageError e) {
            throw new HypervisorException(
                    FailureKind.HYPERVISOR_ERROR,
                    "libvirt's client library libvirt.so.0 can't be used on this machine; install it (Debian: libvirt0, "
                            + "Fedora: libvirt-libs)",
                    e);
        }
    }
}
