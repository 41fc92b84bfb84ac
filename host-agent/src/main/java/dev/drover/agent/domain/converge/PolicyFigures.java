package dev.drover.agent.domain.converge;

import java.time.Duration;
import java.util.Optional;

/** Figures of a {@link ConvergencePolicy} that are given for some guests alone; the others stay as they are. */
public record PolicyFigures(
        Optional<Duration> firstLimit,
        Optional<Integer> confirmations,
        Optional<Duration> stalledAfter,
        Optional<Integer> smoothingPercent,
        Optional<Duration> answerWithin,
        Optional<Duration> patience,
        Optional<Integer> patiencePercent,
        Optional<Integer> copyingPerBlackout,
        Optional<Duration> slowDownFor,
        Optional<Integer> sparePercent,
        Optional<Duration> hopeFor,
        Optional<Duration> margin) {
    /** All stay as they are. */
    public static final PolicyFigures NONE = new PolicyFigures(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
