package dev.drover.agent.adapter.simulated.physics;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Optional;

/**
 * A live migration by pre-copy. The first pass sends all memory; each later one what the guest dirtied during the pass
 * before. Once that little is left that it can be sent within the downtime limit, the guest is stopped and the last pass
 * sends it. It may be switched to post-copy: then the guest is handed over at once, and what is left follows.
 *
 * @param memory the guest's
 * @param pass from 1; the one with the guest stopped counts, and so does what follows in post-copy
 * @param remaining memory to be sent in this pass
 * @param sent over the wire in all passes together
 * @param dirtyRate at which memory came to differ during the pass before; zero in the first
 */
public record PreCopy(
        Bytes memory,
        Workload workload,
        Conduct conduct,
        Throttle throttle,
        Phase phase,
        long pass,
        Bytes remaining,
        Bytes sent,
        Duration elapsed,
        BitsPerSecond dirtyRate) {
    /** What handing over the devices and starting the vCPUs adds to the last pass. */
    public static final Duration HANDOVER = Duration.ofMillis(80);

    /** Nothing sent yet. */
    public static PreCopy of(Bytes memory, Workload workload, Conduct conduct) {
        return new PreCopy(
                memory,
                workload,
                conduct,
                Throttle.NONE,
                new Phase.Copying(Duration.ZERO),
                1,
                memory,
                Bytes.ZERO,
                Duration.ZERO,
                BitsPerSecond.ZERO);
    }

    /** The guest runs at the destination. */
    public boolean done() {
        return phase instanceof Phase.Done;
    }

    /** The same with another limit, from the end of this pass on. */
    public PreCopy within(Duration limit) {
        return with(conduct.within(limit));
    }

    /** The guest is handed over now, and what differs by now follows. A guest that is about to leave leaves as it is. */
    public PreCopy inPostCopy() {
        return switch (phase) {
            case Phase.Copying(Duration since) -> {
                Bytes dirtied = dirtiedOver(elapsed.minus(since));
                Bytes missing = remaining.plus(dirtied);
                Bytes left = missing.compareTo(memory) > 0 ? memory : missing;
                yield nextPass(new Phase.Resuming(elapsed, elapsed.plus(HANDOVER), true), left, dirtyRate, throttle);
            }
            case Phase.Stopped stopped -> this;
            case Phase.Resuming resuming -> this;
            case Phase.Following following -> this;
            case Phase.Done done -> this;
        };
    }

    /** How much of its time the guest is denied. */
    public int throttlePercent() {
        return throttle.percent();
    }

    /**
     * When this pass ends, the stop, or the handover, at this rate: the next time at which anything but an amount changes.
     * At least a nanosecond; empty if that never comes.
     */
    public Optional<Duration> untilNextPhase(BitsPerSecond rate) {
        if (done() || rate.equals(BitsPerSecond.ZERO)) {
            return Optional.empty();
        }
        Duration next = phase instanceof Phase.Resuming resuming
                ? resuming.until().minus(elapsed)
                : Sending.timeFor(remaining, memoryRate(rate));
        return Optional.of(next.isPositive() ? next : Duration.ofNanos(1));
    }

    /**
     * After {@code dt} more at this rate, or where it was done if that came first. At rate zero nothing gets across,
     * but the guest goes on writing.
     */
    public PreCopy advance(Duration dt, BitsPerSecond rate) {
        Duration end = elapsed.plus(dt);
        PreCopy now = this;
        while (!now.done() && now.elapsed.compareTo(end) < 0) {
            now = now.towards(end, rate);
        }
        return now;
    }

    /** To the end of this phase or pass, or to {@code end} if that comes first. */
    private PreCopy towards(Duration end, BitsPerSecond rate) {
        return switch (phase) {
            case Phase.Copying copying -> sendTowards(end, rate);
            case Phase.Stopped stopped -> sendTowards(end, rate);
            case Phase.Resuming resuming -> resumeTowards(end, rate, resuming);
            case Phase.Following following -> sendTowards(end, rate);
            case Phase.Done done -> this;
        };
    }

    private PreCopy sendTowards(Duration end, BitsPerSecond rate) {
        BitsPerSecond memoryRate = memoryRate(rate);
        Bytes possible = Sending.over(end.minus(elapsed), memoryRate);
        if (possible.compareTo(remaining) < 0) {
            return sending(phase, possible, end);
        }
        Duration needed = Sending.timeFor(remaining, memoryRate);
        return sending(phase, remaining, elapsed.plus(needed)).passEnded(memoryRate);
    }

    private BitsPerSecond memoryRate(BitsPerSecond rate) {
        return new BitsPerSecond(Math.round(rate.value() / conduct.wireShare()));
    }

    private PreCopy passEnded(BitsPerSecond memoryRate) {
        return switch (phase) {
            case Phase.Copying(Duration since) -> nextPass(elapsed.minus(since), memoryRate);
            case Phase.Stopped(Duration since) -> in(new Phase.Resuming(since, elapsed.plus(HANDOVER), false), elapsed);
            case Phase.Following(Duration blackout) -> in(new Phase.Done(blackout), elapsed);
            case Phase.Resuming resuming -> this;
            case Phase.Done done -> this;
        };
    }

    private PreCopy nextPass(Duration took, BitsPerSecond memoryRate) {
        Bytes dirtied = dirtiedOver(took);
        boolean last = dirtied.compareTo(Sending.over(conduct.downtimeLimit(), memoryRate)) <= 0;
        Phase next = last ? new Phase.Stopped(elapsed) : new Phase.Copying(elapsed);
        Throttle slower = conduct.slowsDown() ? throttle.after(dirtied, Sending.over(took, memoryRate)) : throttle;
        return nextPass(next, dirtied, Sending.rateOf(dirtied, took), slower);
    }

    private Bytes dirtiedOver(Duration time) {
        Bytes written = workload.throttled(throttle.percent()).dirtiedOver(time);
        return written.compareTo(memory) > 0 ? memory : written;
    }

    private PreCopy resumeTowards(Duration end, BitsPerSecond rate, Phase.Resuming resuming) {
        if (rate.equals(BitsPerSecond.ZERO)) {
            return in(resuming.postponedBy(end.minus(elapsed)), end);
        }
        if (end.compareTo(resuming.until()) < 0) {
            return in(resuming, end);
        }
        Duration blackout = resuming.until().minus(resuming.since());
        Phase next = resuming.postCopy() ? new Phase.Following(blackout) : new Phase.Done(blackout);
        return in(next, resuming.until());
    }

    private PreCopy with(Conduct other) {
        return new PreCopy(memory, workload, other, throttle, phase, pass, remaining, sent, elapsed, dirtyRate);
    }

    private PreCopy in(Phase next, Duration now) {
        return new PreCopy(memory, workload, conduct, throttle, next, pass, remaining, sent, now, dirtyRate);
    }

    private PreCopy sending(Phase next, Bytes part, Duration now) {
        Bytes overTheWire = new Bytes(Math.round(part.value() * conduct.wireShare()));
        return new PreCopy(
                memory,
                workload,
                conduct,
                throttle,
                next,
                pass,
                remaining.minus(part),
                sent.plus(overTheWire),
                now,
                dirtyRate);
    }

    private PreCopy nextPass(Phase next, Bytes toSend, BitsPerSecond dirtied, Throttle slower) {
        return new PreCopy(memory, workload, conduct, slower, next, pass + 1, toSend, sent, elapsed, dirtied);
    }
}
