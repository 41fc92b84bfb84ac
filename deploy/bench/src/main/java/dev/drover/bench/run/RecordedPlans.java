package dev.drover.bench.run;

import dev.drover.scheduler.domain.plan.PlanProposal;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.engine.Proposals;
import java.time.Instant;
import java.util.List;

/** Gives the plans that were recorded: thinking them up is not the loop's work. */
final class RecordedPlans implements Proposals {
    private List<PlanProposal> next = List.of();

    /** The next {@link #take} gives these. */
    void offer(List<PlanProposal> plans) {
        next = plans;
    }

    @Override
    public void consider(ZoneState state, Instant now) {}

    @Override
    public List<PlanProposal> take() {
        List<PlanProposal> taken = next;
        next = List.of();
        return taken;
    }
}
