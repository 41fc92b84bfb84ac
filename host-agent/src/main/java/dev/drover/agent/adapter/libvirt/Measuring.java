package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.Optional;
import org.libvirt.LibvirtException;

/** How a running guest's memory changes. */
final class Measuring {
    private static final int LONGEST_SECONDS = 60;

    private final VmCalls vms;
    private final VmId vm;

    Measuring(VmCalls vms, VmId vm) {
        this.vms = vms;
        this.vm = vm;
    }

    /** Looks for {@code period}, from 1 to 60 s as QEMU wants it, and waits for the result this much longer at most. */
    BitsPerSecond dirtyRate(Duration period, Duration patience) {
        int seconds = Math.clamp(period.toSeconds(), 1, LONGEST_SECONDS);
        boolean begun =
                vms.ask("its dirty rate", vm, handle -> begun(handle, seconds)).orElse(false);
        if (!begun) {
            throw new HypervisorException(
                    FailureKind.VM_NOT_RUNNING, vm + " does not run here, so it changes no memory");
        }
        return Polling.until(patience.plusSeconds(seconds), this::measured, Optional::isPresent)
                .orElseThrow(() -> new HypervisorException(
                        FailureKind.HYPERVISOR_ERROR, "QEMU has not measured the dirty rate of " + vm + " in time"));
    }

    private Optional<BitsPerSecond> measured() {
        return vms.ask("its dirty rate", vm, DomainHandle::dirtyRate).flatMap(known -> known);
    }

    private static boolean begun(DomainHandle handle, int seconds) throws LibvirtException {
        boolean runs = handle.state() == VmState.RUNNING;
        if (runs) {
            handle.beginDirtyRate(seconds);
        }
        return runs;
    }
}
