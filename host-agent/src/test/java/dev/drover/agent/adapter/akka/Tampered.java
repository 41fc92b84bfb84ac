package dev.drover.agent.adapter.akka;

import dev.drover.agent.port.Await;
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
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** A hypervisor with faults on the way to it: calls counted, refused, held back before or after they are made. */
final class Tampered implements Hypervisor {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Hypervisor real;
    private final List<MigrationRequest> started = new CopyOnWriteArrayList<>();
    private final AtomicInteger looking = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Optional<String> outage = Optional.empty();
    private volatile CountDownLatch beforeStart = new CountDownLatch(0);
    private volatile CountDownLatch afterInventory = new CountDownLatch(0);
    private final AtomicReference<Duration> nextRate = new AtomicReference<>(Duration.ZERO);
    private final List<BitsPerSecond> rates = new CopyOnWriteArrayList<>();
    private volatile boolean losing;
    private volatile Optional<FilePath> full = Optional.empty();
    private final AtomicReference<Runnable> beforeDisk = new AtomicReference<>(() -> {});
    private volatile Duration observing = Duration.ZERO;
    private volatile CountDownLatch afterEnd = new CountDownLatch(0);

    Tampered(Hypervisor real) {
        this.real = real;
    }

    /** The migrations that were asked for. */
    List<MigrationRequest> started() {
        return started;
    }

    /** This happens just before the next disk is made. */
    void beforeNextDisk(Runnable what) {
        beforeDisk.set(what);
    }

    /** From now on this disk can't be made. */
    void fill(FilePath disk) {
        full = Optional.of(disk);
    }

    /** From now on short calls are refused with these words. */
    void breakDown(String words) {
        outage = Optional.of(words);
    }

    /** How many calls were refused. */
    int refused() {
        return refused.get();
    }

    /** How many looks at the inventory are held back. */
    int looking() {
        return looking.get();
    }

    /** How many looks at the inventory were over. */
    int looks() {
        return looks.get();
    }

    void recover() {
        outage = Optional.empty();
    }

    /** Calls of {@link #migrate} start nothing until the latch opens. */
    void holdStarts(CountDownLatch latch) {
        beforeStart = latch;
    }

    /** Calls of {@link #migrate} start a job and are then lost, as when libvirt's connection breaks. */
    void loseStarts() {
        losing = true;
    }

    /** Calls of {@link #observe} take so long from now on. */
    void slowObservations(Duration delay) {
        observing = delay;
    }

    /** The next call of {@link #setRate} takes so long; those behind it do not. */
    void slowNextRate(Duration delay) {
        nextRate.set(delay);
    }

    /** The rates that were set, in the order in which that was done. */
    List<BitsPerSecond> rates() {
        return rates;
    }

    /** What {@link #inventory} saw is held back until the latch opens. */
    void holdInventory(CountDownLatch latch) {
        afterInventory = latch;
    }

    /** Calls of {@link #migrate} don't return, though the job is over, until the latch opens. */
    void holdReturns(CountDownLatch latch) {
        afterEnd = latch;
    }

    @Override
    public HostFacts inventory() {
        require();
        HostFacts facts = real.inventory();
        looking.incrementAndGet();
        await(afterInventory);
        looking.decrementAndGet();
        looks.incrementAndGet();
        return facts;
    }

    @Override
    public Sighting observe(VmId vm) {
        require();
        LockSupport.parkNanos(observing.toNanos());
        return real.observe(vm);
    }

    @Override
    public JobResult migrate(MigrationRequest request) {
        started.add(request);
        await(beforeStart);
        if (losing) {
            Thread.ofPlatform().daemon().start(() -> real.migrate(request));
            Await.until("the job", SOON, () -> real.progress(request.vm()).isPresent());
            throw new HypervisorException(FailureKind.HYPERVISOR_ERROR, "the connection was lost during a call");
        }
        JobResult result = real.migrate(request);
        await(afterEnd);
        return result;
    }

    @Override
    public Optional<JobProgress> progress(VmId vm) {
        require();
        return real.progress(vm);
    }

    @Override
    public void setRate(VmId vm, BitsPerSecond rate) {
        require();
        LockSupport.parkNanos(nextRate.getAndSet(Duration.ZERO).toNanos());
        real.setRate(vm, rate);
        rates.add(rate);
    }

    @Override
    public void setDowntime(VmId vm, Duration limit) {
        require();
        real.setDowntime(vm, limit);
    }

    @Override
    public void startPostCopy(VmId vm) {
        require();
        real.startPostCopy(vm);
    }

    @Override
    public BitsPerSecond measureDirtyRate(VmId vm, Duration period) {
        require();
        return real.measureDirtyRate(vm, period);
    }

    @Override
    public void abort(VmId vm) {
        require();
        real.abort(vm);
    }

    @Override
    public Optional<JobResult.Completed> lastJob(VmId vm) {
        require();
        return real.lastJob(vm);
    }

    @Override
    public void release(VmId vm) {
        require();
        real.release(vm);
    }

    @Override
    public boolean holds(FilePath file) {
        require();
        return real.holds(file);
    }

    @Override
    public void makeDisk(LocalDisk disk, CopyMode mode) {
        require();
        beforeDisk.getAndSet(() -> {}).run();
        if (full.filter(disk.path()::equals).isPresent()) {
            throw new HypervisorException(FailureKind.DESTINATION_REFUSED, "no room for " + disk.path());
        }
        real.makeDisk(disk, mode);
    }

    @Override
    public void removeDisk(FilePath file) {
        require();
        real.removeDisk(file);
    }

    @Override
    public void onChange(Runnable listener) {
        real.onChange(listener);
    }

    @Override
    public void close() {
        beforeStart.countDown();
        afterEnd.countDown();
        afterInventory.countDown();
        real.close();
    }

    private void require() {
        outage.ifPresent(words -> {
            refused.incrementAndGet();
            throw new HypervisorException(FailureKind.HYPERVISOR_ERROR, words);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
