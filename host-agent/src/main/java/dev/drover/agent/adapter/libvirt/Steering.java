package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.id.VmId;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

/** What is done to an outgoing migration while it runs. */
final class Steering {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final VmCalls vms;
    private final VmId vm;

    Steering(VmCalls vms, VmId vm) {
        this.vms = vms;
        this.vm = vm;
    }

    private enum Rate {
        SET,
        TOO_EARLY,
        NO_JOB
    }

    /** Waits until QEMU sends, for it would forget a rate it was told before; {@code limit} is for that. */
    void setRate(BitsPerSecond rate, Duration limit) {
        Rate last = poll(
                limit,
                () -> vms.ask("the new rate", vm, handle -> tried(handle, rate)).orElse(Rate.NO_JOB),
                answer -> answer != Rate.TOO_EARLY);
        switch (last) {
            case SET -> {}
            case TOO_EARLY -> throw refusal("has not begun to send, so its rate can't be set yet");
            case NO_JOB -> throw refusal("does not migrate from here, so it has no rate");
        }
    }

    /**
     * Returns when no outgoing migration is left; libvirt itself says so while the job is still there. In post-copy the
     * guest has left, so there is nothing to stop and nothing to wait for.
     */
    void abort(Duration limit) {
        boolean asked = vms.ask("an abort", vm, Steering::aborted).orElse(false);
        if (asked && poll(limit, this::leaving, still -> !still)) {
            throw refusal("still migrates " + limit.toSeconds() + " s after libvirt agreed to stop it");
        }
    }

    private boolean leaving() {
        return vms.ask("the job", vm, handle -> handle.job().direction() == JobDirection.OUTGOING)
                .orElse(false);
    }

    private static Rate tried(DomainHandle handle, BitsPerSecond rate) throws LibvirtException {
        JobStats job = handle.job();
        if (job.direction() != JobDirection.OUTGOING) {
            return Rate.NO_JOB;
        }
        if (!job.sending()) {
            return Rate.TOO_EARLY;
        }
        handle.setRate(rate);
        return Rate.SET;
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

    /** The first answer that is enough, or the one at the end of {@code limit}. */
    private static <T> T poll(Duration limit, Supplier<T> question, Predicate<T> enough) {
        long deadline = System.nanoTime() + limit.toNanos();
        T answer = question.get();
        while (!enough.test(answer) && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.get();
        }
        return answer;
    }

    private HypervisorException refusal(String why) {
        return new HypervisorException(FailureKind.HYPERVISOR_ERROR, vm + " " + why);
    }
}
