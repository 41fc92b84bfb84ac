package dev.drover.agent.adapter.simulated;

import static dev.drover.schema.report.FailureKind.HYPERVISOR_ERROR;

import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A datacenter in memory, shared by all simulated hosts of a process: it lets time pass in a {@link World}, guards it,
 * and passes its news on. Hosts, guests and migrations live as long as it does, whoever connects or leaves.
 */
public final class SimulatedDatacenter implements AutoCloseable {
    private static final Duration PACE = Duration.ofMillis(50);

    private static final String CLOSED = "the simulated datacenter is closed";

    private final Object lock = new Object();
    private final World world;
    private final Stopwatch stopwatch;
    private final Map<VmId, CompletableFuture<JobResult>> running = new HashMap<>();
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final ExecutorService notifier = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("simulated-news").factory());
    private boolean closed;

    /**
     * Hosts without guests; throws {@link dev.drover.schema.id.InvalidValueException} when two of them share a name or
     * an address.
     *
     * @param keepalive how long a migration bears a network that lets nothing through
     */
    public SimulatedDatacenter(List<SimulatedHost> hosts, Duration keepalive, Stopwatch stopwatch) {
        this.world = new World(hosts, keepalive);
        this.stopwatch = stopwatch;
        Thread.ofPlatform().daemon().name("simulated-time").start(this::passTime);
    }

    /** Starts a guest; throws {@link dev.drover.schema.id.InvalidValueException} when it exists or does not fit. */
    public void boot(HostId host, SimulatedGuest guest) {
        act(now -> now.boot(host, guest));
    }

    /** Lets nothing through between the two hosts, either way. */
    public void cut(HostId one, HostId other) {
        act(now -> now.network().cut(one, other));
    }

    /** Undoes {@link #cut}. */
    public void heal(HostId one, HostId other) {
        act(now -> now.network().heal(one, other));
    }

    /** Connects to the hypervisor of a host; throws {@link dev.drover.schema.id.InvalidValueException} if it is none. */
    public SimulatedHypervisor connect(HostId host) {
        act(now -> now.facts(host));
        return new SimulatedHypervisor(this, host);
    }

    /** The end of this world: running migrations fail, and so does every later call. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            running.values().forEach(job -> job.complete(new JobResult.Failed(HYPERVISOR_ERROR, CLOSED)));
        }
        notifier.shutdown();
    }

    /** The result to come of a migration started now. */
    CompletableFuture<JobResult> start(HostId source, MigrationRequest request) {
        return ask(now -> now.start(source, request)
                .<CompletableFuture<JobResult>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> running.computeIfAbsent(request.vm(), vm -> new CompletableFuture<>())));
    }

    Subscription subscribe(HostId host, Runnable listener) {
        Subscription subscription = new Subscription(host, listener);
        subscriptions.add(subscription);
        return subscription;
    }

    void unsubscribe(List<Subscription> ended) {
        subscriptions.removeAll(ended);
    }

    void act(Consumer<World> change) {
        ask(now -> {
            change.accept(now);
            return true;
        });
    }

    /** Brings the world up to the present and asks it. */
    <T> T ask(Function<World, T> question) {
        synchronized (lock) {
            if (closed) {
                throw new HypervisorException(HYPERVISOR_ERROR, CLOSED);
            }
            catchUp();
            T answer = question.apply(world);
            spread(world.takeNews());
            return answer;
        }
    }

    private void passTime() {
        while (catchUpUnlessClosed()) {
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    private boolean catchUpUnlessClosed() {
        synchronized (lock) {
            if (!closed) {
                catchUp();
            }
            return !closed;
        }
    }

    private void catchUp() {
        world.advance(stopwatch.lap());
        spread(world.takeNews());
    }

    private void spread(News news) {
        news.ended()
                .forEach((vm, result) ->
                        Optional.ofNullable(running.remove(vm)).ifPresent(waiting -> waiting.complete(result)));
        for (HostId host : news.changed()) {
            subscriptions.stream()
                    .filter(subscription -> subscription.host().equals(host))
                    .forEach(subscription -> notifier.execute(subscription.listener()));
        }
    }

    /** Who wants to hear of changes at a host; each is its own, even where the listener is the same. */
    static final class Subscription {
        private final HostId host;
        private final Runnable listener;

        private Subscription(HostId host, Runnable listener) {
            this.host = host;
            this.listener = listener;
        }

        HostId host() {
            return host;
        }

        Runnable listener() {
            return listener;
        }
    }
}
