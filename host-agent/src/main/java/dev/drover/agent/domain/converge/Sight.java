package dev.drover.agent.domain.converge;

import dev.drover.schema.forecast.Forecaster;
import dev.drover.schema.forecast.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A migration as it stands, against its bounds. */
record Sight(ConvergencePolicy policy, MoveBounds bounds, LadderState state, Evidence evidence) {
    Instant now() {
        return evidence.at();
    }

    Outlook outlook() {
        return new Outlook(
                state.memory(),
                evidence.remaining(),
                Numbers.seconds(Duration.between(state.roundSince(), now())),
                state.writes(),
                Numbers.bytesPerSecond(state.rate()),
                Math.min(99, evidence.throttlePercent()));
    }

    /** Seconds until it ends, if nothing is done. */
    double secondsLeft() {
        Outlook ahead = outlook();
        return state.slowed() ? ahead.slowedWithin(state.limit()) : ahead.within(state.limit());
    }

    /** Seconds that there are. */
    double secondsToDeadline() {
        return Numbers.seconds(Duration.between(now(), bounds.deadline()).minus(policy.margin()));
    }

    /** In time for the deadline, and not much later than by the quickest way that is allowed. */
    boolean endsSoonEnough() {
        return isSoonEnough(secondsLeft());
    }

    boolean isSoonEnough(double seconds) {
        return seconds <= Math.min(secondsToDeadline(), patientSeconds(quickestSeconds()));
    }

    /** As patience stretches them. */
    private double patientSeconds(double seconds) {
        double all = seconds + Numbers.seconds(Duration.between(state.begunAt(), now()));
        return seconds + Math.max(Numbers.seconds(policy.patience()), all * policy.patiencePercent() / 100);
    }

    /** By whatever is allowed. */
    double quickestSeconds() {
        Outlook ahead = outlook();
        Duration longest = limits().longest();
        double byCopying = Math.min(secondsLeft(), ahead.within(limits().best(ahead)));
        double slowed = bounds.consents().autoConverge() ? ahead.slowedWithin(longest) : Outlook.NEVER;
        return Math.min(Math.min(byCopying, slowed), followingSeconds(ahead));
    }

    private double followingSeconds(Outlook ahead) {
        boolean trusted = bounds.consents().postCopy() && evidence.pathHealthy();
        double following = state.round() > 1 ? ahead.following() : ahead.followingThisRound();
        return trusted ? following : Outlook.NEVER;
    }

    /** When it should have ended, with as much time again and some more. */
    Instant due() {
        return now().plus(Numbers.duration(secondsLeft()).multipliedBy(2)).plus(policy.stalledAfter());
    }

    /** A stop that began later might end too late. */
    boolean mustEnd() {
        return secondsToDeadline() <= Numbers.seconds(state.limit().plus(Forecaster.HANDOVER));
    }

    Limits limits() {
        return new Limits(state.limit(), bounds.longestLimit(policy.sparePercent()), policy.copyingPerBlackout());
    }

    /** It gets there: nothing to do, unless a longer stop is worth the copying that it saves. */
    Step sooner() {
        Duration best = limits().best(outlook());
        boolean seenARound = state.round() > 1;
        return seenARound && best.compareTo(state.limit()) > 0
                ? Step.of(new Decision.RaiseDowntime(best, figures()), state)
                : Step.nothing(state);
    }

    Step end(String why) {
        return Step.of(new Decision.Abort(why, figures()), state);
    }

    Figures figures() {
        double left = secondsLeft();
        return new Figures(
                now(),
                evidence.round(),
                evidence.remaining(),
                state.rate(),
                evidence.dirtyRate(),
                left == Outlook.NEVER ? Optional.empty() : Optional.of(Numbers.duration(left)),
                Duration.between(now(), bounds.deadline()));
    }
}
