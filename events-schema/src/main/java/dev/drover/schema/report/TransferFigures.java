package dev.drover.schema.report;

import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Optional;

/**
 * What a finished migration took, as counted by QEMU.
 *
 * @param duration from its start to its end
 * @param blackout how long the guest stood still, where QEMU could tell
 * @param transferred bytes sent over the network
 * @param iterations passes over the guest's memory
 */
public record TransferFigures(Duration duration, Optional<Duration> blackout, Bytes transferred, long iterations) {}
