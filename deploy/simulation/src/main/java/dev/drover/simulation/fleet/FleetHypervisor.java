package dev.drover.simulation.fleet;

import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.JobProgress;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.Optional;

/** One host's hypervisor, as the agent in one of its lives has it. It answers at once: delays are for whoever calls. */
public final class FleetHypervisor implements Hypervisor {
    private final Fleet fleet;
    private final HostId host;
    private Runnable listener = () -> {};

    /** The one of this host. */
    public FleetHypervisor(Fleet fleet, HostId host) {
        this.fleet = fleet;
        this.host = host;
    }

    /** Tells whoever listens that its host has changed. */
    public void changed() {
        listener.run();
    }

    @Override
    public HostFacts inventory() {
        return fleet.inventory(host);
    }

    @Override
    public Sighting observe(VmId vm) {
        return fleet.observe(host, vm);
    }

    @Override
    public JobResult migrate(MigrationRequest request) {
        throw new UnsupportedOperationException("nobody may wait for a migration in virtual time: Fleet.migrate");
    }

    @Override
    public Optional<JobProgress> progress(VmId vm) {
        return fleet.leaving(host, vm).map(job -> job.progress(fleet.now()));
    }

    @Override
    public void setRate(VmId vm, BitsPerSecond rate) {
        fleet.setRate(host, vm, rate);
    }

    @Override
    public void setDowntime(VmId vm, Duration limit) {
        if (fleet.leaving(host, vm).isEmpty()) {
            throw noJob();
        }
    }

    @Override
    public void startPostCopy(VmId vm) {
        throw new HypervisorException(FailureKind.HYPERVISOR_ERROR, "post-copy was not allowed for this migration");
    }

    @Override
    public BitsPerSecond measureDirtyRate(VmId vm, Duration period) {
        return BitsPerSecond.ZERO;
    }

    @Override
    public void abort(VmId vm) {
        fleet.abort(host, vm);
    }

    @Override
    public Optional<JobResult.Completed> lastJob(VmId vm) {
        return Optional.empty();
    }

    @Override
    public void release(VmId vm) {
        fleet.release(host, vm);
    }

    @Override
    public boolean holds(FilePath file) {
        return fleet.files(host).holds(file);
    }

    @Override
    public void makeDisk(LocalDisk disk, CopyMode mode) {
        fleet.files(host).make(disk.path());
    }

    @Override
    public void removeDisk(FilePath file) {
        fleet.files(host).remove(file);
    }

    @Override
    public void onChange(Runnable whenChanged) {
        listener = whenChanged;
    }

    @Override
    public void close() {}

    static HypervisorException noJob() {
        return new HypervisorException(FailureKind.HYPERVISOR_ERROR, "no migration job is active");
    }
}
