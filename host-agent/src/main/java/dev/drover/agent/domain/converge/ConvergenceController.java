package dev.drover.agent.domain.converge;

import dev.drover.schema.forecast.DirtyModel;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.time.Instant;

/**
 * Helps a migration along. At each sight of it the rounds ahead are reckoned with what the guest was seen to write. Only
 * when they have looked bad for some rounds in a row, or for a while without one ending, the next lever is pulled; so one
 * dip changes nothing, and a guest that won't settle is not waited for. The levers come in the order of what they cost
 * the guest: more bandwidth, a longer stop, a slower guest, post-copy, a pause, the end.
 *
 * <p>Promised: no stop is planned that breaks the blackout objective, or, where a pause is allowed, that; nothing is done
 * without consent; and the end is in time for the deadline, given that rate and guest stay as they were seen.
 *
 * <p>Pure: the same state and evidence give the same step.
 */
public final class ConvergenceController {
    private final ConvergencePolicy policy;
    private final MoveBounds bounds;

    /** For one move. */
    public ConvergenceController(ConvergencePolicy policy, MoveBounds bounds) {
        this.policy = policy;
        this.bounds = bounds;
    }

    /** The state at the start; its limit is the one to start with. */
    public LadderState begin(Instant now, Bytes memory, DirtyModel believed) {
        Duration longest = bounds.longestLimit(policy.sparePercent());
        Duration first = policy.firstLimit().compareTo(longest) < 0 ? policy.firstLimit() : longest;
        return LadderState.begun(now, memory, believed, first);
    }

    /** What to do after this sight of it. */
    public Step next(LadderState before, Evidence evidence) {
        if (before.settled()) {
            return Step.nothing(before);
        }
        LadderState seen = before.seeing(evidence, policy.smoothingPercent());
        Sight sight = new Sight(policy, bounds, seen, evidence);
        if (sight.mustEnd()) {
            return sight.end("the deadline is near");
        }
        if (sight.endsSoonEnough() && !seen.isOverdue(evidence.at())) {
            return new Sight(policy, bounds, seen.lookingGood(sight.due()), evidence).sooner();
        }
        boolean roundEnded = evidence.round() > before.round();
        LadderState bad = seen.lookingBad(evidence.at(), roundEnded);
        return new Ladder(new Sight(policy, bounds, bad, evidence)).climb();
    }
}
