package dev.drover.simulation.planted;

import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.JobProgress;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.Optional;

/** Hands every call on to the real hypervisor; bugs leave some out. */
class PassingOn implements Hypervisor {
    private final Hypervisor real;

    PassingOn(Hypervisor real) {
        this.real = real;
    }

    @Override
    public HostFacts inventory() {
        return real.inventory();
    }

    @Override
    public Sighting observe(VmId vm) {
        return real.observe(vm);
    }

    @Override
    public JobResult migrate(MigrationRequest request) {
        return real.migrate(request);
    }

    @Override
    public Optional<JobProgress> progress(VmId vm) {
        return real.progress(vm);
    }

    @Override
    public void setRate(VmId vm, BitsPerSecond rate) {
        real.setRate(vm, rate);
    }

    @Override
    public void setDowntime(VmId vm, Duration limit) {
        real.setDowntime(vm, limit);
    }

    @Override
    public void startPostCopy(VmId vm) {
        real.startPostCopy(vm);
    }

    @Override
    public BitsPerSecond measureDirtyRate(VmId vm, Duration period) {
        return real.measureDirtyRate(vm, period);
    }

    @Override
    public void abort(VmId vm) {
        real.abort(vm);
    }

    @Override
    public Optional<JobResult.Completed> lastJob(VmId vm) {
        return real.lastJob(vm);
    }

    @Override
    public void release(VmId vm) {
        real.release(vm);
    }

    @Override
    public boolean holds(FilePath file) {
        return real.holds(file);
    }

    @Override
    public void makeDisk(LocalDisk disk, CopyMode mode) {
        real.makeDisk(disk, mode);
    }

    @Override
    public void removeDisk(FilePath file) {
        real.removeDisk(file);
    }

    @Override
    public void onChange(Runnable listener) {
        real.onChange(listener);
    }

    @Override
    public void close() {
        real.close();
    }
}
