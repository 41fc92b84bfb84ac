package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.id.VmId;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

/** What is done to an outgoing migration while it runs. */
final class Steering {
    private final VmCalls vms;
    private final VmId vm;

    Steering(VmCalls vms, VmId vm) {
        this.vms = vms;
        this.vm = vm;
    }

    private enum Told {
        YES,
        TOO_EARLY,
        NO_JOB
    }

    /** What a migration is told that sends. */
    private interface Order {
        void give(DomainHandle handle) throws LibvirtException;
    }

    /** Waits for at most {@code wait} until QEMU sends. */
    void setRate(BitsPerSecond rate, Duration wait) {
        tell("the new rate", wait, handle -> handle.setRate(rate));
    }

    /** Likewise. */
    void setDowntime(Duration limit, Duration wait) {
        tell("the new downtime limit", wait, handle -> handle.setDowntime(limit));
    }

    /** Likewise. */
    void startPostCopy(Duration wait) {
        tell("the switch to post-copy", wait, DomainHandle::startPostCopy);
    }

    /** Waits until QEMU sends, for it would forget what it was told before. */
    private void tell(String what, Duration wait, Order order) {
        Told last = Polling.until(
                wait,
                () -> vms.ask(what, vm, handle -> told(handle, order)).orElse(Told.NO_JOB),
                answer -> answer != Told.TOO_EARLY);
        switch (last) {
            case YES -> {}
            case TOO_EARLY -> throw refusal("has not begun to send, and can't be told yet: " + what);
            case NO_JOB -> throw refusal("does not migrate from here, and can't be told: " + what);
        }
    }

    /**
     * Returns when no outgoing migration is left; libvirt itself says so while the job is still there. In post-copy the
     * guest has left, so there is nothing to stop and nothing to wait for.
     */
    void abort(Duration limit) {
        boolean asked = vms.ask("an abort", vm, Steering::aborted).orElse(false);
        if (asked && Polling.until(limit, this::leaving, still -> !still)) {
            throw refusal("still migrates " + limit.toSeconds() + " s after libvirt agreed to stop it");
        }
    }

    private boolean leaving() {
        return vms.ask("the job", vm, handle -> handle.job().direction() == JobDirection.OUTGOING)
                .orElse(false);
    }

    private static Told told(DomainHandle handle, Order order) throws LibvirtException {
        JobStats job = handle.job();
        if (job.direction() != JobDirection.OUTGOING) {
            return Told.NO_JOB;
        }
        if (!job.sending()) {
            return Told.TOO_EARLY;
        }
        order.give(handle);
        return Told.YES;
    }

    private static boolean aborted(DomainHandle handle) throws LibvirtException {
        if (handle.job().direction() != JobDirection.OUTGOING || handle.inPostCopy()) {
            return false;
        }
        try {
            handle.abortJob();
        } catch (LibvirtException e) {
            if (handle.inPostCopy()) {
                return false;
            }
            boolean ending = e.getError().getCode() == ErrorNumber.VIR_ERR_OPERATION_INVALID
                    && handle.job().progress().isEmpty();
            if (!ending) {
                throw e;
            }
        }
        return true;
    }

    private HypervisorException refusal(String why) {
        return new HypervisorException(FailureKind.HYPERVISOR_ERROR, vm + " " + why);
    }
}
