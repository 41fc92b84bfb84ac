package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.plan.PlanProposal;
import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.domain.state.ZoneState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Thinks in the loop itself, as long as it takes: for a planner that is quick, and where one thread must do. */
public final class PromptProposals implements Proposals {
    private final Planner planner;
    private Optional<PlanProposal> ready = Optional.empty();

    /** Asks {@code planner} about every state it is shown. */
    public PromptProposals(Planner planner) {
        this.planner = planner;
    }

    @Override
    public void consider(ZoneState state, Instant now) {
        ready = planner.propose(state, now);
    }

    @Override
    public List<PlanProposal> take() {
        List<PlanProposal> taken = ready.stream().toList();
        ready = Optional.empty();
        return taken;
    }
}
