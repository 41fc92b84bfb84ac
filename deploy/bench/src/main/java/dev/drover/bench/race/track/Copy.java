package dev.drover.bench.race.track;

import dev.drover.agent.adapter.simulated.physics.Phase;
import dev.drover.agent.adapter.simulated.physics.PreCopy;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Optional;

/** A move under way: its copy as of some time, and the rate at which it goes on. Immutable. */
record Copy(PreCopy state, long atNanos, BitsPerSecond rate, Optional<Bytes> failsAt) {
    private static final double BITS_A_BYTE = 8;
    private static final double NANOS_A_SECOND = 1e9;

    Copy at(long nanos) {
        return new Copy(state.advance(Duration.ofNanos(nanos - atNanos), going()), nanos, rate, failsAt);
    }

    Copy with(BitsPerSecond other) {
        return new Copy(state, atNanos, other, failsAt);
    }

    Copy within(Duration limit) {
        return new Copy(state.within(limit), atNanos, rate, failsAt);
    }

    boolean hasFailed() {
        return failsAt.filter(bytes -> state.sent().compareTo(bytes) >= 0).isPresent();
    }

    boolean hasNothingToSend() {
        return state.phase() instanceof Phase.Resuming || state.remaining().equals(Bytes.ZERO);
    }

    boolean isCopying() {
        return state.phase() instanceof Phase.Copying;
    }

    /** When it fails, or its phase or pass ends. */
    Optional<Long> nextNanos() {
        Optional<Long> phase = state.untilNextPhase(going()).map(wait -> atNanos + wait.toNanos());
        return rate.value() == 0
                ? phase
                : failsAt.map(bytes -> atNanos + nanosFor(bytes.minus(state.sent())))
                        .or(() -> phase);
    }

    /** Handing over needs no rate of its own, and neither does sending nothing. */
    private BitsPerSecond going() {
        return hasNothingToSend() ? new BitsPerSecond(1) : rate;
    }

    private long nanosFor(Bytes bytes) {
        return Math.max(1, (long) Math.ceil(bytes.value() * BITS_A_BYTE / rate.value() * NANOS_A_SECOND));
    }
}
