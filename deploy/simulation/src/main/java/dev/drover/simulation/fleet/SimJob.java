package dev.drover.simulation.fleet;

import dev.drover.agent.port.JobProgress;
import dev.drover.agent.port.JobResult;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** A migration that runs. It belongs to the hypervisor: whoever began it may die meanwhile. */
public final class SimJob {
    private static final double BITS_PER_BYTE = 8;
    private static final double MILLIS_PER_SECOND = 1000;

    private final VmId vm;
    private final HostId source;
    private final HostId destination;
    private final Optional<JobFate> fate;
    private final Consumer<JobResult> call;
    private final Bytes memory;
    private final Instant begun;
    private double bytesLeft;
    private BitsPerSecond rate;
    private Instant since;
    private int change;

    SimJob(
            VmId vm,
            HostId source,
            HostId destination,
            Optional<JobFate> fate,
            Consumer<JobResult> call,
            double bytesLeft,
            BitsPerSecond rate,
            Instant since) {
        this.vm = vm;
        this.source = source;
        this.destination = destination;
        this.fate = fate;
        this.call = call;
        this.memory = new Bytes((long) bytesLeft);
        this.begun = since;
        this.bytesLeft = bytesLeft;
        this.rate = rate;
        this.since = since;
    }

    /** The guest. */
    public VmId vm() {
        return vm;
    }

    /** Where it comes from. */
    public HostId source() {
        return source;
    }

    /** Where it goes. */
    public HostId destination() {
        return destination;
    }

    /** What it sends now. */
    public BitsPerSecond rate() {
        return rate;
    }

    Optional<JobFate> fate() {
        return fate;
    }

    Consumer<JobResult> call() {
        return call;
    }

    /** Which change of its rate is the last: an end that was foreseen before it does not come. */
    int change() {
        return change;
    }

    /** Sends at another rate from now on. */
    void goesOnAt(BitsPerSecond other, Instant now) {
        bytesLeft = bytesLeft(now);
        rate = other;
        since = now;
        change++;
    }

    private double bytesLeft(Instant now) {
        double seconds = Duration.between(since, now).toMillis() / MILLIS_PER_SECOND;
        return Math.max(0, bytesLeft - seconds * rate.value() / BITS_PER_BYTE);
    }

    /** As its hypervisor shows it. */
    JobProgress progress(Instant now) {
        long left = (long) bytesLeft(now);
        return new JobProgress(
                Duration.between(begun, now),
                memory,
                new Bytes(left),
                new Bytes(Math.max(0, memory.value() - left)),
                rate,
                BitsPerSecond.ZERO,
                1,
                0);
    }

    /** How long it takes from its last change on, if there is none. */
    Duration left() {
        return Duration.ofMillis(1 + (long) (bytesLeft * BITS_PER_BYTE / rate.value() * MILLIS_PER_SECOND));
    }
}
