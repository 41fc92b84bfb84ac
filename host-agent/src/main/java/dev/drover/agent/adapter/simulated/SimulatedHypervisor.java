package dev.drover.agent.adapter.simulated;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** A connection to one simulated host. Once closed it refuses every call, and calls that wait fail. */
public final class SimulatedHypervisor implements Hypervisor {
    private final SimulatedDatacenter datacenter;
    private final HostId host;
    private final Set<PendingCall> pending = ConcurrentHashMap.newKeySet();
    private final List<SimulatedDatacenter.Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    SimulatedHypervisor(SimulatedDatacenter datacenter, HostId host) {
        this.datacenter = datacenter;
        this.host = host;
    }

    @Override
    public HostFacts inventory() {
        return ask(world -> world.facts(host));
    }

    @Override
    public Sighting observe(VmId vm) {
        return ask(world -> world.observe(host, vm));
    }

    @Override
    public JobResult migrate(MigrationRequest request) {
        requireOpen();
        PendingCall call = new PendingCall(datacenter.start(host, request));
        pending.add(call);
        try {
            if (closed) {
                call.hangUp();
            }
            return call.await().orElseThrow(this::isClosed);
        } finally {
            pending.remove(call);
        }
    }

    @Override
    public Optional<JobProgress> progress(VmId vm) {
        return ask(world -> world.progress(host, vm));
    }

    @Override
    public void setRate(VmId vm, BitsPerSecond rate) {
        act(world -> world.setRate(host, vm, rate));
    }

    @Override
    public void setDowntime(VmId vm, Duration limit) {
        act(world -> world.setDowntime(host, vm, limit));
    }

    @Override
    public void startPostCopy(VmId vm) {
        act(world -> world.startPostCopy(host, vm));
    }

    @Override
    public BitsPerSecond measureDirtyRate(VmId vm, Duration period) {
        return ask(world -> world.dirtyRate(host, vm, period));
    }

    @Override
    public void abort(VmId vm) {
        act(world -> world.abort(host, vm));
    }

    @Override
    public Optional<JobResult.Completed> lastJob(VmId vm) {
        return ask(world -> world.lastJob(host, vm));
    }

    @Override
    public void release(VmId vm) {
        act(world -> world.release(host, vm));
    }

    @Override
    public boolean holds(FilePath file) {
        return ask(world -> world.files().holds(host, file));
    }

    @Override
    public void makeDisk(LocalDisk disk, CopyMode mode) {
        act(world -> world.files().make(host, disk, mode));
    }

    @Override
    public void removeDisk(FilePath file) {
        act(world -> world.files().remove(host, file));
    }

    @Override
    public void onChange(Runnable listener) {
        requireOpen();
        subscriptions.add(datacenter.subscribe(host, listener));
    }

    @Override
    public void close() {
        closed = true;
        datacenter.unsubscribe(subscriptions);
        pending.forEach(PendingCall::hangUp);
    }

    private void act(Consumer<World> change) {
        requireOpen();
        datacenter.act(change);
    }

    private <T> T ask(Function<World, T> question) {
        requireOpen();
        return datacenter.ask(question);
    }

    private void requireOpen() {
        if (closed) {
            throw isClosed();
        }
    }

    private HypervisorException isClosed() {
        return new HypervisorException(FailureKind.HYPERVISOR_ERROR, "the connection to host " + host + " is closed");
    }
}
