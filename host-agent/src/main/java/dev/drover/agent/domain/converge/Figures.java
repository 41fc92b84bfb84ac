package dev.drover.agent.domain.converge;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * On what a decision rests.
 *
 * @param rate smoothed
 * @param dirtyRate as last seen
 * @param left how long it would take without the decision; empty when it would never end
 * @param toDeadline how long there is
 */
public record Figures(
        Instant at,
        long round,
        Bytes remaining,
        BitsPerSecond rate,
        BitsPerSecond dirtyRate,
        Optional<Duration> left,
        Duration toDeadline) {}
