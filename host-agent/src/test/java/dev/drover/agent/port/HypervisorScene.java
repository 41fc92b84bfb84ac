package dev.drover.agent.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A stage of its own for each case, and the moves the cases of {@link HypervisorContract} are made of. */
public abstract class HypervisorScene {
    /** What a case may take on a busy machine, several times what it should. */
    static final Duration SOON = Duration.ofSeconds(30);
    /** QEMU sends up to a fifth more than it was allowed, where it was allowed little. */
    private static final double OVERSHOOT = 1.25;

    HypervisorStage stage;
    Hypervisor source;
    Hypervisor destination;
    private ExecutorService threads;

    /** A fresh stage without guests; each case opens one and closes it. */
    protected abstract HypervisorStage stage();

    @BeforeEach
    void open() {
        threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
        stage = stage();
        source = stage.source();
        destination = stage.destination();
    }

    @AfterEach
    void close() {
        if (stage != null) {
            stage.close();
        }
        threads.shutdownNow();
    }

    /** A guest that only reads its memory. */
    VmId quiet(Bytes memory) {
        return stage.startGuest("guest", memory, Bytes.ZERO, BitsPerSecond.ZERO);
    }

    CompletableFuture<JobResult> start(Hypervisor from, VmId vm, BitsPerSecond rate) {
        return start(from, vm, rate, TransferOptions.PLAIN);
    }

    CompletableFuture<JobResult> start(Hypervisor from, VmId vm, BitsPerSecond rate, TransferOptions options) {
        return inBackground(
                from, new MigrationRequest(vm, destination.inventory().migrationUri(), rate, options));
    }

    CompletableFuture<JobResult> inBackground(Hypervisor from, MigrationRequest request) {
        return CompletableFuture.supplyAsync(() -> from.migrate(request), threads);
    }

    JobResult ended(CompletableFuture<JobResult> job) {
        return ended(job, SOON);
    }

    JobResult ended(CompletableFuture<JobResult> job, Duration limit) {
        return job.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** The first progress after a MiB or more was sent. */
    JobProgress underWay(Hypervisor hypervisor, VmId vm) {
        return progress(hypervisor, vm, "a first MiB", now -> now.transferred().value() >= 1L << 20);
    }

    JobProgress progress(Hypervisor hypervisor, VmId vm, String what, Predicate<JobProgress> enough) {
        return Await.present(what, SOON, () -> hypervisor.progress(vm).filter(enough));
    }

    void goneFromDestination(VmId vm, Duration limit) {
        Await.until(
                "nothing at the destination",
                limit,
                () -> destination.observe(vm).equals(Sighting.NOTHING));
    }

    AtomicReference<HostFacts> inventoryAtEachChange(Hypervisor hypervisor) {
        AtomicReference<HostFacts> seen = new AtomicReference<>(hypervisor.inventory());
        ExecutorService inOrder =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        hypervisor.onChange(() -> inOrder.execute(() -> seen.set(hypervisor.inventory())));
        return seen;
    }

    static TransferFigures figuresOf(JobResult result) {
        assertThat(result).isInstanceOf(JobResult.Completed.class);
        Optional<TransferFigures> figures = ((JobResult.Completed) result).figures();
        assertThat(figures).isPresent();
        return figures.orElseThrow();
    }

    static FailureKind failureOf(JobResult result) {
        assertThat(result).isInstanceOf(JobResult.Failed.class);
        return ((JobResult.Failed) result).kind();
    }

    /** What sending so much takes at the very least. */
    static Duration leastTime(Bytes amount, BitsPerSecond rate) {
        return Duration.ofNanos((long) (amount.value() * 8e9 / rate.value() / OVERSHOOT));
    }
}
