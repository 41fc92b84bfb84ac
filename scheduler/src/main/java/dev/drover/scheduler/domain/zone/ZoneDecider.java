package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.bandwidth.RateAllocator;
import dev.drover.scheduler.domain.plan.Placer;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.ReportMessage;

/**
 * Decides what follows from an input. Pure: the same state and input give the same decision, and nothing changes.
 * Deciding about a durable input again, in the state that came of it, gives nothing.
 */
public final class ZoneDecider {
    private final ZonePolicy policy;
    private final Actor self;
    private final PlanStep plan;
    private final RateStep rates;

    /** Decides for {@code node}, in whose name volatile inputs are answered. */
    public ZoneDecider(NodeId node, ZonePolicy policy, Placer placer, RateAllocator allocator) {
        this.policy = policy;
        this.self = Actor.scheduler(node);
        this.plan = new PlanStep(placer);
        this.rates = new RateStep(allocator);
    }

    /** The facts and commands that follow from {@code input} in {@code state}. */
    public Decision decide(ZoneState state, ZoneInput input) {
        Turn turn = new Turn(state, input, policy, self);
        switch (input) {
            case ZoneInput.Durable durable -> {
                switch (durable.message()) {
                    case IntentMessage message -> IntentDecider.decide(turn, message.intent());
                    case ReportMessage message -> ReportDecider.decide(turn, message.mark(), message.report());
                }
            }
            case ZoneInput.Tick tick -> OverdueStep.run(turn);
            case ZoneInput.Takeover takeover ->
                turn.record(
                        new ZoneOwnershipTaken(takeover.node(), state.epoch().next()));
            case ZoneInput.Settle settle -> settle(turn);
        }
        return turn.decision();
    }

    private void settle(Turn turn) {
        plan.run(turn);
        rates.run(turn, DispatchStep.startable(turn));
        EndStep.run(turn);
    }
}
