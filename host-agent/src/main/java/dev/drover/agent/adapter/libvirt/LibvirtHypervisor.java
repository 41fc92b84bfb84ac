package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.JobProgress;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.libvirt.LibvirtException;

/** The local libvirt as a {@link Hypervisor}. Its connection comes back by itself when it was lost. */
public final class LibvirtHypervisor implements Hypervisor {
    private final LibvirtSettings settings;
    private final ChangeSignal changes = new ChangeSignal();
    private final DeadlineCalls calls = new DeadlineCalls();
    private final LibvirtConnection connection;
    private final VmCalls vms;
    /** In the order in which they are asked for: a removal that is asked for later comes later. */
    private final Lock storing = new ReentrantLock(true);

    private LibvirtHypervisor(LibvirtSettings settings) {
        this.settings = settings;
        this.connection = new LibvirtConnection(settings.uri(), changes);
        this.vms = new VmCalls(connection, calls, settings.callDeadline());
    }

    /** Connects, or throws {@link HypervisorException} where libvirt is not there. */
    public static LibvirtHypervisor connect(LibvirtSettings settings) {
        ClientLibrary.require();
        LibvirtHypervisor hypervisor = new LibvirtHypervisor(settings);
        try {
            hypervisor.open();
            return hypervisor;
        } catch (HypervisorException e) {
            hypervisor.close();
            throw e;
        }
    }

    @Override
    public HostFacts inventory() {
        return calls.within(
                settings.callDeadline(),
                "the inventory",
                () -> connection.use(connect -> HostInventory.read(settings, connect)));
    }

    @Override
    public Sighting observe(VmId vm) {
        return vms.ask("the state", vm, handle -> handle.standing().sighting()).orElse(Sighting.NOTHING);
    }

    @Override
    public JobResult migrate(MigrationRequest request) {
        return new Departure(vms, request).run();
    }

    @Override
    public Optional<JobProgress> progress(VmId vm) {
        return vms.ask("the progress", vm, handle -> handle.job().progress()).flatMap(known -> known);
    }

    @Override
    public void setRate(VmId vm, BitsPerSecond rate) {
        new Steering(vms, vm).setRate(rate, settings.callDeadline());
    }

    @Override
    public void setDowntime(VmId vm, Duration limit) {
        new Steering(vms, vm).setDowntime(limit, settings.callDeadline());
    }

    @Override
    public void startPostCopy(VmId vm) {
        new Steering(vms, vm).startPostCopy(settings.callDeadline());
    }

    @Override
    public BitsPerSecond measureDirtyRate(VmId vm, Duration period) {
        return new Measuring(vms, vm).dirtyRate(period, settings.callDeadline());
    }

    @Override
    public void abort(VmId vm) {
        new Steering(vms, vm).abort(settings.abortDeadline());
    }

    @Override
    public Optional<JobResult.Completed> lastJob(VmId vm) {
        return vms.ask("the last job", vm, handle -> handle.lastJob().figures())
                .flatMap(known -> known)
                .map(figures -> new JobResult.Completed(Optional.of(figures)));
    }

    @Override
    public void release(VmId vm) {
        VmState left = vms.ask("the release", vm, LibvirtHypervisor::undefinedUnlessActive)
                .orElse(VmState.SHUT_OFF);
        if (left.holdsMemory()) {
            throw new HypervisorException(
                    FailureKind.HYPERVISOR_ERROR, vm + " is " + left + " here, so its definition stays");
        }
    }

    @Override
    public boolean holds(FilePath file) {
        return stored("whether " + file + " is there", store -> store.holds(file));
    }

    @Override
    public void makeDisk(LocalDisk disk, CopyMode mode) {
        stored("a file " + disk.path(), store -> {
            store.make(disk, mode);
            return disk;
        });
    }

    @Override
    public void removeDisk(FilePath file) {
        stored("the removal of " + file, store -> {
            store.remove(file);
            return file;
        });
    }

    private interface Storing<T> {
        T with(ImageStore store) throws LibvirtException;
    }

    private <T> T stored(String what, Storing<T> work) {
        return calls.within(settings.callDeadline(), what, () -> {
            if (!isFree(storing)) {
                throw new HypervisorException(
                        FailureKind.HYPERVISOR_ERROR, "an earlier call to the storage driver does not come back");
            }
            try {
                return connection.use(connect -> work.with(new ImageStore(connect)));
            } finally {
                storing.unlock();
            }
        });
    }

    @Override
    public void onChange(Runnable listener) {
        changes.addListener(listener);
    }

    @Override
    public void close() {
        connection.close(settings.callDeadline());
        calls.close();
        changes.close();
    }

    private void open() {
        calls.within(settings.callDeadline(), "a connection to " + settings.uri(), () -> {
            connection.open();
            return connection;
        });
    }

    private static VmState undefinedUnlessActive(DomainHandle vm) throws LibvirtException {
        VmState state = vm.state();
        if (!state.holdsMemory()) {
            vm.undefine();
        }
        return state;
    }

    /** Waits no longer than any call may: whoever waits holds a thread that others need. */
    private boolean isFree(Lock lock) {
        try {
            return lock.tryLock(settings.callDeadline().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
