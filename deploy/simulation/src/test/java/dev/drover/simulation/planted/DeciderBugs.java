package dev.drover.simulation.planted;

import dev.drover.scheduler.domain.plan.Placer;
import dev.drover.scheduler.domain.state.ZoneEvolver;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.domain.zone.Decider;
import dev.drover.scheduler.domain.zone.Decision;
import dev.drover.scheduler.domain.zone.ZoneDecider;
import dev.drover.scheduler.domain.zone.ZoneInput;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.simulation.node.Workshop;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Ways in which decisions can be wrong. */
final class DeciderBugs {
    private DeciderBugs() {}

    /** Another policy is followed than the one that was set. */
    static Workshop following(UnaryOperator<ZonePolicy> other) {
        return new Workshop() {
            @Override
            public Decider decider(NodeId node, ZonePolicy policy) {
                return new ZoneDecider(node, other.apply(policy));
            }
        };
    }

    /** Whatever there is, no guest fits anywhere; the judge, who sees that it does, drops each claim. */
    static Workshop findingNoRoom() {
        return new Workshop() {
            @Override
            public Placer placer() {
                return (room, reachable, memory) -> Optional.empty();
            }
        };
    }

    /** Nobody sees that the zone is frozen. */
    static Workshop blindToFrost() {
        return seeing(state -> state.with(state.rules().frozen(Optional.empty())));
    }

    /** What is decided follows from another state than the zone's. */
    static Workshop seeing(UnaryOperator<ZoneState> other) {
        return deciding(right -> (state, input) -> {
            Decision decision = right.decide(other.apply(state), input);
            return new Decision(decision.events(), decision.commands(), fold(state, decision.events()));
        });
    }

    /** Whatever is proposed, it stumbles. */
    static Workshop stumblingOverPlans() {
        return deciding(right -> (state, input) -> {
            if (input instanceof ZoneInput.Proposed) {
                throw new IllegalStateException("this was not thought of");
            }
            return right.decide(state, input);
        });
    }

    /** Facts of this kind are neither written nor remembered, and nobody misses them. */
    static Workshop leavingOut(Class<? extends ZoneEvent> facts) {
        return deciding(right -> (state, input) -> {
            Decision decision = right.decide(state, input);
            List<EventMessage> left = decision.events().stream()
                    .filter(event -> !facts.isInstance(event.event()))
                    .toList();
            return left.size() == decision.events().size()
                    ? decision
                    : new Decision(left, decision.commands(), fold(state, left));
        });
    }

    private static ZoneState fold(ZoneState before, List<EventMessage> events) {
        ZoneState state = before;
        for (EventMessage event : events) {
            state = ZoneEvolver.evolve(state, event);
        }
        return state;
    }

    private static Workshop deciding(UnaryOperator<Decider> bug) {
        return new Workshop() {
            @Override
            public Decider decider(NodeId node, ZonePolicy policy) {
                return bug.apply(Workshop.PRODUCTION.decider(node, policy));
            }
        };
    }
}
