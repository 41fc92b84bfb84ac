package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.plan.PlanProposal;
import dev.drover.scheduler.domain.state.ZoneState;
import java.time.Instant;
import java.util.List;

/**
 * Long thinking, done beside the loop over a state that does not change. What comes of it may be late, lost, or wrong
 * by then: the loop judges it by what is so when it comes. Used by the loop's thread, which it never keeps waiting.
 */
public interface Proposals {
    /** Looks at a committed state, unless it is still busy with an earlier one. */
    void consider(ZoneState state, Instant now);

    /** What it has come up with since it was last asked. */
    List<PlanProposal> take();
}
