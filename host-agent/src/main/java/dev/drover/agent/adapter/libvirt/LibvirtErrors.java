package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.report.FailureKind;
import java.util.List;
import java.util.Locale;
import org.libvirt.Error.ErrorDomain;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

/** What libvirt's errors mean for a migration. Their numbers tell little, and not which end they speak of. */
final class LibvirtErrors {
    /** Words of libvirt and QEMU for a peer that is not there, or no longer, under numbers that mean "failed". */
    private static final List<String> UNREACHABLE = List.of(
            "unable to connect to server",
            "unable to resolve address",
            "failed to connect to remote libvirt",
            "lost connection to destination",
            "connection refused",
            "connection reset",
            "connection timed out",
            "no route to host",
            "network is unreachable",
            "broken pipe",
            "unable to read from socket",
            "unable to write to socket",
            "channel error: input/output error",
            "qemu unexpectedly closed the monitor");

    /** Words that only the destination can have said, as the vm runs at the source. */
    private static final List<String> REFUSED = List.of(
            "already exists with uuid",
            "is already active",
            "no such file or directory",
            "cannot check qemu binary",
            "process exited while connecting to monitor",
            "cannot set up guest memory",
            "cannot allocate memory");

    private LibvirtErrors() {}

    /** Libvirt's own words with its raw number. */
    static String words(LibvirtException e) {
        ErrorNumber code = e.getError().getCode();
        return e.getError().getMessage() + " (libvirt error " + number(code) + ", " + code + ")";
    }

    @SuppressWarnings("EnumOrdinal") // libvirt-java keeps libvirt's numbers as the order of its constants, and only so
    private static String number(ErrorNumber code) {
        return code.ordinal() + (code == ErrorNumber.VIR_ERR_UNKNOWN ? " or above" : "");
    }

    /** For a call that failed, other than a migration. */
    static HypervisorException exception(String what, LibvirtException e) {
        return new HypervisorException(
                FailureKind.HYPERVISOR_ERROR, "libvirt did not give " + what + ": " + words(e), e);
    }

    /** What it means for the migration that ended with it. */
    static FailureKind kind(LibvirtException e) {
        return kind(
                e.getError().getCode(),
                e.getError().getDomain(),
                String.valueOf(e.getError().getMessage()));
    }

    static FailureKind kind(ErrorNumber code, ErrorDomain domain, String message) {
        return switch (code) {
            case VIR_ERR_OPERATION_ABORTED -> FailureKind.ABORTED;
            case VIR_ERR_NO_DOMAIN -> FailureKind.VM_NOT_RUNNING;
            case VIR_ERR_NO_CONNECT, VIR_ERR_UNKNOWN_HOST, VIR_ERR_RPC, VIR_ERR_AUTH_FAILED ->
                FailureKind.DESTINATION_UNREACHABLE;
            case VIR_ERR_CPU_INCOMPATIBLE,
                    VIR_ERR_CONFIG_UNSUPPORTED,
                    VIR_ERR_DOM_EXIST,
                    VIR_ERR_NO_NETWORK,
                    VIR_ERR_NO_STORAGE_POOL -> FailureKind.DESTINATION_REFUSED;
            default -> kind(domain, message.toLowerCase(Locale.ROOT));
        };
    }

    private static FailureKind kind(ErrorDomain domain, String message) {
        if (domain == ErrorDomain.VIR_FROM_RPC || UNREACHABLE.stream().anyMatch(message::contains)) {
            return FailureKind.DESTINATION_UNREACHABLE;
        }
        return REFUSED.stream().anyMatch(message::contains)
                ? FailureKind.DESTINATION_REFUSED
                : FailureKind.HYPERVISOR_ERROR;
    }
}
