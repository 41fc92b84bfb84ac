package dev.drover.agent.adapter.simulated.physics;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;

/**
 * A live migration by pre-copy. The first pass sends all memory; each later one what the guest dirtied during the pass
 * before. Once that little is left that it can be sent within {@link #DOWNTIME_LIMIT}, the guest is stopped and the
 * last pass sends it.
 *
 * @param memory the guest's
 * @param pass from 1; the one with the guest stopped counts
 * @param remaining to be sent in this pass
 * @param sent in all passes together
 * @param dirtyRate at which memory came to differ during the pass before; zero in the first
 */
public record PreCopy(
        Bytes memory,
        Workload workload,
        Phase phase,
        long pass,
        Bytes remaining,
        Bytes sent,
        Duration elapsed,
        BitsPerSecond dirtyRate) {
    /** For how long the last pass may stop the guest: QEMU's default. */
    public static final Duration DOWNTIME_LIMIT = Duration.ofMillis(300);
    /** What handing over the devices and starting the vCPUs adds to that. */
    public static final Duration HANDOVER = Duration.ofMillis(80);

    /** Nothing sent yet. */
    public static PreCopy of(Bytes memory, Workload workload) {
        Phase first = new Phase.Copying(Duration.ZERO);
        return new PreCopy(memory, workload, first, 1, memory, Bytes.ZERO, Duration.ZERO, BitsPerSecond.ZERO);
    }

    /** The guest runs at the destination. */
    public boolean done() {
        return phase instanceof Phase.Done;
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
            case Phase.Copying copying -> sendTowards(end, rate, copying);
            case Phase.Stopped stopped -> sendTowards(end, rate, stopped);
            case Phase.Resuming resuming -> resumeTowards(end, rate, resuming);
            case Phase.Done done -> this;
        };
    }

    private PreCopy sendTowards(Duration end, BitsPerSecond rate, Phase sending) {
        Duration available = end.minus(elapsed);
        Bytes possible = Sending.over(available, rate);
        if (possible.compareTo(remaining) < 0) {
            return with(sending, remaining.minus(possible), sent.plus(possible), end);
        }
        Duration needed = Sending.timeFor(remaining, rate);
        PreCopy atEnd = with(sending, Bytes.ZERO, sent.plus(remaining), elapsed.plus(needed));
        return atEnd.passEnded(rate);
    }

    private PreCopy passEnded(BitsPerSecond rate) {
        return switch (phase) {
            case Phase.Copying copying -> nextPass(elapsed.minus(copying.since()), rate);
            case Phase.Stopped stopped -> in(new Phase.Resuming(stopped.since(), elapsed.plus(HANDOVER)));
            case Phase.Resuming resuming -> this;
            case Phase.Done done -> this;
        };
    }

    private PreCopy nextPass(Duration took, BitsPerSecond rate) {
        Bytes dirtied = workload.dirtiedOver(took);
        boolean last = dirtied.compareTo(Sending.over(DOWNTIME_LIMIT, rate)) <= 0;
        Phase next = last ? new Phase.Stopped(elapsed) : new Phase.Copying(elapsed);
        return new PreCopy(memory, workload, next, pass + 1, dirtied, sent, elapsed, Sending.rateOf(dirtied, took));
    }

    private PreCopy resumeTowards(Duration end, BitsPerSecond rate, Phase.Resuming resuming) {
        if (rate.equals(BitsPerSecond.ZERO)) {
            return with(resuming.postponedBy(end.minus(elapsed)), remaining, sent, end);
        }
        if (end.compareTo(resuming.until()) < 0) {
            return with(resuming, remaining, sent, end);
        }
        Duration blackout = resuming.until().minus(resuming.since());
        return with(new Phase.Done(blackout), remaining, sent, resuming.until());
    }

    private PreCopy in(Phase next) {
        return with(next, remaining, sent, elapsed);
    }

    private PreCopy with(Phase newPhase, Bytes newRemaining, Bytes newSent, Duration newElapsed) {
        return new PreCopy(memory, workload, newPhase, pass, newRemaining, newSent, newElapsed, dirtyRate);
    }
}
