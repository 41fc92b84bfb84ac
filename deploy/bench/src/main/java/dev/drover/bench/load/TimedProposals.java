package dev.drover.bench.load;

import dev.drover.scheduler.domain.plan.PlanProposal;
import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.engine.Proposals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A planner that answers at once, with a look at the clock before and after. */
final class TimedProposals implements Proposals {
    private final Planner planner;
    private Optional<PlanProposal> ready = Optional.empty();
    private List<PlanProposal> taken = List.of();
    private long nanos;

    TimedProposals(Planner planner) {
        this.planner = planner;
    }

    @Override
    public void consider(ZoneState state, Instant now) {
        long begin = System.nanoTime();
        ready = planner.propose(state, now);
        nanos += System.nanoTime() - begin;
    }

    @Override
    public List<PlanProposal> take() {
        taken = ready.stream().toList();
        ready = Optional.empty();
        return taken;
    }

    /** What was taken last. */
    List<PlanProposal> taken() {
        return taken;
    }

    /** Thought about so far. */
    Duration spent() {
        return Duration.ofNanos(nanos);
    }
}
