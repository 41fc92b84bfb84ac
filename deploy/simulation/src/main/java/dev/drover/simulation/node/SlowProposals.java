package dev.drover.simulation.node;

import dev.drover.scheduler.domain.plan.PlanProposal;
import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.engine.Proposals;
import dev.drover.simulation.time.Chance;
import dev.drover.simulation.time.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Thinks for a while, as a worker beside the loop would: what it comes up with is about a state of some time ago. */
final class SlowProposals implements Proposals {
    private final Planner planner;
    private final Machine machine;
    private final Chance chance;
    private final List<PlanProposal> ready = new ArrayList<>();
    private boolean thinking;

    SlowProposals(Planner planner, Machine machine, Chance chance) {
        this.planner = planner;
        this.machine = machine;
        this.chance = chance;
    }

    @Override
    public void consider(ZoneState state, Instant now) {
        if (!thinking) {
            thinking = true;
            machine.in(chance.millis(1, 1_000), () -> {
                thinking = false;
                planner.propose(state, now).ifPresent(ready::add);
            });
        }
    }

    @Override
    public List<PlanProposal> take() {
        List<PlanProposal> taken = List.copyOf(ready);
        ready.clear();
        return taken;
    }
}
