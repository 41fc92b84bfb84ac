package dev.drover.agent.engine;

import dev.drover.schema.telemetry.Telemetry;

/** Where figures go that are out of date a moment later. */
@FunctionalInterface
public interface Samples {
    /** Returns at once; the sample may be lost. */
    void send(Telemetry sample);
}
