package dev.drover.agent.domain.converge;

import java.util.Optional;

/** What to do next, if anything, and what to go on from: the state as it is once that has been done. */
public record Step(Optional<Decision> decision, LadderState state) {
    static Step nothing(LadderState state) {
        return new Step(Optional.empty(), state);
    }

    static Step of(Decision decision, LadderState state) {
        return new Step(Optional.of(decision), state.after(decision));
    }
}
