package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.JobResult.Completed;
import dev.drover.agent.port.JobResult.Failed;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.TransferFigures;
import java.util.Optional;
import org.libvirt.LibvirtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One migration from its checks to its figures. Where it ends with an exception, so that nobody knows where the vm is,
 * the source's definition stays without autostart.
 */
final class Departure {
    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);

    private final VmCalls vms;
    private final MigrationRequest request;

    Departure(VmCalls vms, MigrationRequest request) {
        this.vms = vms;
        this.request = request;
    }

    /** Blocks the caller until the job is over. */
    JobResult run() {
        Optional<Failed> refusal = vms.ask("the readiness", request.vm(), this::refusal)
                .orElseGet(() -> Optional.of(notRunning("unknown")));
        return refusal.isPresent() ? refusal.get() : runWithoutAutostart();
    }

    private Optional<Failed> refusal(DomainHandle vm) throws LibvirtException {
        Standing standing = vm.standing();
        if (standing.state() != VmState.RUNNING) {
            return Optional.of(notRunning(standing.state().toString()));
        }
        if (standing.job() != JobDirection.NONE) {
            return Optional.of(impossible("it has a job already: " + standing.job()));
        }
        if (!vm.persistent()) {
            return Optional.of(impossible("it is transient here, so no definition would stay behind as evidence; "
                    + "define it first (virsh dumpxml, virsh define)"));
        }
        return Optional.empty();
    }

    private JobResult runWithoutAutostart() {
        boolean autostart = vms.ask("the autostart", request.vm(), Departure::clearAutostart)
                .orElse(false);
        JobResult result = migrate();
        if (autostart && result instanceof Failed) {
            restoreAutostart();
        }
        return result;
    }

    /** Else a reboot of this host would start the vm a second time. */
    private static boolean clearAutostart(DomainHandle vm) throws LibvirtException {
        boolean set = vm.autostart();
        if (set) {
            vm.setAutostart(false);
        }
        return set;
    }

    private JobResult migrate() {
        try {
            return vms.askHere(request.vm(), this::migrated).orElseGet(() -> notRunning("unknown by now"));
        } catch (LibvirtException e) {
            return new Failed(LibvirtErrors.kind(e), LibvirtErrors.words(e));
        }
    }

    private JobResult migrated(DomainHandle vm) throws LibvirtException {
        vm.migrate(request);
        return new Completed(figures());
    }

    /** That it worked is known; that its figures can't be had changes nothing of it. */
    private Optional<TransferFigures> figures() {
        try {
            return vms.ask("the figures", request.vm(), vm -> vm.lastJob().figures())
                    .flatMap(figures -> figures);
        } catch (HypervisorException e) {
            LOG.warn("{} left, its figures are lost: {}", request.vm(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Only where the vm is sure to run on here. */
    private void restoreAutostart() {
        try {
            vms.ask("the autostart", request.vm(), Departure::setAutostartIfStayed);
        } catch (HypervisorException e) {
            LOG.warn("{} stayed and has lost its autostart: {}", request.vm(), e.getMessage());
        }
    }

    private static boolean setAutostartIfStayed(DomainHandle vm) throws LibvirtException {
        boolean stayed = vm.standing().runsUndisturbed();
        if (stayed) {
            vm.setAutostart(true);
        }
        return stayed;
    }

    private Failed notRunning(String how) {
        return new Failed(FailureKind.VM_NOT_RUNNING, request.vm() + " does not run here: it is " + how);
    }

    private Failed impossible(String why) {
        return new Failed(FailureKind.HYPERVISOR_ERROR, request.vm() + " can't migrate: " + why);
    }
}
