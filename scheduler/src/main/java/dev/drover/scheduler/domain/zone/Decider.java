package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.state.ZoneState;

/** Decides for a zone. Pure: the same state and input give the same decision, and nothing changes. */
@FunctionalInterface
public interface Decider {
    /** The facts and commands that follow from {@code input} in {@code state}. */
    Decision decide(ZoneState state, ZoneInput input);
}
