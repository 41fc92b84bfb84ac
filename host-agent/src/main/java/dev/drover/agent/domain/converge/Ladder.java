package dev.drover.agent.domain.converge;

import dev.drover.schema.forecast.Numbers;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Which lever to pull for a migration that won't be done soon enough. */
final class Ladder {
    private static final double MORE_RATE = 1.25;
    private static final int MOST_MORE = 12;
    private static final double SOME_RATE = 2;

    private final Sight sight;
    private final ConvergencePolicy policy;
    private final LadderState state;
    private final Outlook outlook;
    private final double timeSeconds;

    Ladder(Sight sight) {
        this.sight = sight;
        this.policy = sight.policy();
        this.state = sight.state();
        this.outlook = sight.outlook();
        this.timeSeconds = sight.secondsToDeadline();
    }

    /**
     * The first that is of use; hope, for a while, where none is. A forecast alone asks for bandwidth, but does nothing to
     * the guest: that takes a round that was seen.
     */
    Step climb() {
        if (state.askedAt().isEmpty()) {
            return pull(new Decision.AskBandwidth(wanted(), sight.figures()));
        }
        if (!isUrgent() && (state.round() == 1 || !isConfirmed() || isWaitingForAnswer())) {
            return Step.nothing(state);
        }
        return Stream.<Supplier<Optional<Decision>>>of(
                        this::longerStop,
                        this::slowerGuest,
                        this::postCopy,
                        this::pause,
                        this::allOfTheObjective,
                        this::end)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .map(this::pull)
                .orElseGet(() -> Step.nothing(state.helpless(sight.now())));
    }

    private Step pull(Decision decision) {
        return Step.of(decision, state);
    }

    /** The least that would do, or some more where nothing within reach would. */
    private BitsPerSecond wanted() {
        double rate = Numbers.bytesPerSecond(state.rate());
        double enough = Stream.iterate(rate * MORE_RATE, more -> more * MORE_RATE)
                .limit(MOST_MORE)
                .filter(more -> outlook.at(more).within(state.limit()) <= timeSeconds)
                .findFirst()
                .orElse(rate * SOME_RATE);
        return Numbers.rate(enough);
    }

    private boolean isConfirmed() {
        boolean byRounds = state.badRounds() >= policy.confirmations();
        return byRounds || hasPassed(state.badSince(), policy.stalledAfter());
    }

    /** Not where it would be over by the time of the answer. */
    private boolean isWaitingForAnswer() {
        return !hasPassed(state.askedAt(), policy.answerWithin())
                && sight.quickestSeconds() > Numbers.seconds(policy.answerWithin());
    }

    /** Waiting any longer would leave no time for the last lever. */
    private boolean isUrgent() {
        double patience = Numbers.seconds(policy.stalledAfter().plus(policy.answerWithin()));
        return timeSeconds <= outlook.following() + patience;
    }

    private Optional<Decision> longerStop() {
        Limits limits = sight.limits();
        Duration best = limits.best(outlook);
        boolean does = sight.isSoonEnough(outlook.within(best)) && !best.equals(state.limit());
        return limits.hasMore()
                ? Optional.of(new Decision.RaiseDowntime(does ? best : limits.longest(), sight.figures()))
                : Optional.empty();
    }

    private Optional<Decision> slowerGuest() {
        double slowed = outlook.slowedWithin(state.limit());
        boolean ends = slowed < Math.min(Outlook.NEVER, outlook.within(state.limit()));
        boolean soonEnough = slowed <= timeSeconds
                && (sight.isSoonEnough(slowed)
                        || slowed <= outlook.following() + Numbers.seconds(policy.slowDownFor()));
        boolean allowed = sight.bounds().consents().autoConverge() && !state.slowed();
        return allowed && (canFollow() ? soonEnough : ends)
                ? Optional.of(new Decision.SlowDown(sight.figures()))
                : Optional.empty();
    }

    private Optional<Decision> postCopy() {
        return canFollow() ? Optional.of(new Decision.SwitchToPostCopy(sight.figures())) : Optional.empty();
    }

    /** Everything must have been sent once: what the guest waits for then is little. */
    private boolean canFollow() {
        return sight.bounds().consents().postCopy()
                && sight.evidence().pathHealthy()
                && state.round() > 1
                && outlook.following() <= timeSeconds;
    }

    private Optional<Decision> pause() {
        double stop = outlook.following();
        return sight.bounds()
                .consents()
                .pause()
                .map(most -> Numbers.seconds(MoveBounds.withSpare(most, policy.sparePercent())))
                .filter(most -> stop <= most && stop <= timeSeconds)
                .map(most -> new Decision.Pause(Numbers.duration(stop), sight.figures()));
    }

    /** What was put by for a dip: better risked than the whole migration lost. Even then the objective is kept. */
    private Optional<Decision> allOfTheObjective() {
        Duration all = sight.bounds().longestLimit(0);
        return all.compareTo(state.limit()) > 0
                ? Optional.of(new Decision.RaiseDowntime(all, sight.figures()))
                : Optional.empty();
    }

    private Optional<Decision> end() {
        return hasPassed(state.helplessSince(), policy.hopeFor())
                ? Optional.of(new Decision.Abort("nothing is left that would help", sight.figures()))
                : Optional.empty();
    }

    private boolean hasPassed(Optional<Instant> since, Duration time) {
        return since.map(then -> !then.plus(time).isAfter(sight.now())).orElse(false);
    }
}
