package dev.drover.simulation.promise;

import java.util.List;
import java.util.stream.Stream;

/** All promises that are checked, new for each run. */
public final class Promises {
    private Promises() {}

    /** Those that production keeps. */
    public static List<Promise> kept(Truth truth) {
        return List.of(
                new OneHostRunsAVm(truth),
                new NoVmIsLost(truth),
                new OneMigrationPerVm(),
                new ParallelLimitsHold(truth),
                new LinksAreNotOverbooked(truth),
                new MemoryIsReserved(truth),
                new NothingComesToADrainingHost(),
                new EachIntentEndsOnce(),
                new EffectsNeedALiveCommand(),
                new OneStartPerAttempt(),
                new NoOldEpochIsObeyed(),
                new OneEpochIsEffective(),
                new ReplayGivesTheSameState(),
                new DuplicatesChangeNothing(),
                new ProgressIsMonotone(),
                new ADrainIsDoneWhenTheHostIsEmpty(truth),
                new EveryChangeHasACause(),
                new EverythingConverges(),
                new NothingLeaks(truth));
    }

    /** Those that production does not keep yet. A test fails as soon as it does, for then they belong above. */
    public static List<Promise> notKeptYet(Truth truth) {
        return List.of(new LinksAreNotOverrun(truth));
    }

    /** All of them. */
    public static List<Promise> all(Truth truth) {
        return Stream.concat(kept(truth).stream(), notKeptYet(truth).stream()).toList();
    }
}
