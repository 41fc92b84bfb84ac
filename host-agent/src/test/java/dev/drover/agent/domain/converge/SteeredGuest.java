package dev.drover.agent.domain.converge;

import dev.drover.agent.adapter.simulated.physics.Conduct;
import dev.drover.agent.adapter.simulated.physics.Phase;
import dev.drover.agent.adapter.simulated.physics.PreCopy;
import dev.drover.agent.adapter.simulated.physics.Workload;
import dev.drover.schema.forecast.DirtyModel;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** The simulated hypervisor's guest, looked at once a second and steered by a controller until it ends. */
final class SteeredGuest {
    static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ConvergenceController controller;
    private final IntFunction<BitsPerSecond> rateOfSecond;
    private final List<Decision> decisions = new ArrayList<>();
    private PreCopy copy;
    private boolean aborted;
    private int seconds;

    private SteeredGuest(ConvergenceController controller, PreCopy copy, IntFunction<BitsPerSecond> rateOfSecond) {
        this.controller = controller;
        this.copy = copy;
        this.rateOfSecond = rateOfSecond;
    }

    /**
     * How it ended.
     *
     * @param blackout for how long the guest stood still, if it left
     */
    record End(List<Decision> decisions, boolean aborted, Duration took, Optional<Duration> blackout) {
        boolean did(Class<? extends Decision> what) {
            return decisions.stream().anyMatch(what::isInstance);
        }
    }

    static End run(
            ConvergencePolicy policy,
            MoveBounds bounds,
            Bytes memory,
            Workload workload,
            IntFunction<BitsPerSecond> rateOfSecond,
            OptionalInt restartAt) {
        ConvergenceController controller = new ConvergenceController(policy, bounds);
        LadderState first = controller.begin(START, memory, DirtyModel.IDLE);
        Conduct conduct = new Conduct(first.limit(), false, 1);
        return new SteeredGuest(controller, PreCopy.of(memory, workload, conduct), rateOfSecond)
                .toTheEnd(first, memory, restartAt);
    }

    private End toTheEnd(LadderState first, Bytes memory, OptionalInt restartAt) {
        LadderState state = first;
        while (!copy.done() && !aborted) {
            copy = copy.advance(LOOK, rateOfSecond.apply(seconds));
            seconds++;
            if (restartAt.isPresent() && restartAt.getAsInt() == seconds) {
                state = controller
                        .begin(START.plus(copy.elapsed()), memory, DirtyModel.IDLE)
                        .resumed(decisions);
            }
            if (copy.phase().guestRunsHere()) {
                Step step = controller.next(state, sight());
                state = step.state();
                step.decision().ifPresent(this::carryOut);
            }
        }
        Optional<Duration> blackout =
                copy.phase() instanceof Phase.Done done ? Optional.of(done.blackout()) : Optional.empty();
        return new End(List.copyOf(decisions), aborted, copy.elapsed(), blackout);
    }

    private Evidence sight() {
        return new Evidence(
                START.plus(copy.elapsed()),
                copy.pass(),
                copy.remaining(),
                rateOfSecond.apply(seconds - 1),
                copy.dirtyRate(),
                copy.throttlePercent(),
                true);
    }

    private void carryOut(Decision decision) {
        decisions.add(decision);
        switch (decision) {
            case Decision.AskBandwidth ask -> copy = copy.advance(Duration.ZERO, BitsPerSecond.ZERO);
            case Decision.RaiseDowntime raise -> copy = copy.within(raise.limit());
            case Decision.SlowDown slow -> copy = slowingDown();
            case Decision.SwitchToPostCopy follow -> copy = copy.inPostCopy();
            case Decision.Pause pause -> copy = copy.within(Duration.ofHours(1));
            case Decision.Abort abort -> aborted = true;
        }
    }

    private PreCopy slowingDown() {
        return new PreCopy(
                copy.memory(),
                copy.workload(),
                new Conduct(copy.conduct().downtimeLimit(), true, 1),
                copy.throttle(),
                copy.phase(),
                copy.pass(),
                copy.remaining(),
                copy.sent(),
                copy.elapsed(),
                copy.dirtyRate());
    }
}
