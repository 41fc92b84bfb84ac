package dev.drover.simulation.promise;

import java.util.List;

/** All promises that are checked, new for each run. */
public final class Promises {
    private Promises() {}

    /** Each by a file of its own. */
    public static List<Promise> kept(Truth truth) {
        return List.of(
                new OneHostRunsAVm(truth),
                new NoVmIsLost(truth),
                new DisksFollowTheirVms(truth),
                new OneMigrationPerVm(),
                new ParallelLimitsHold(truth),
                new LinksAreNotOverbooked(truth),
                new LinksAreNotOverrun(truth),
                new MemoryIsReserved(truth),
                new NothingComesToAClosedHost(),
                new EachIntentEndsOnce(),
                new EffectsNeedALiveCommand(),
                new OneStartPerAttempt(),
                new NoOldEpochIsObeyed(),
                new OneEpochIsEffective(),
                new ReplayGivesTheSameState(),
                new DuplicatesChangeNothing(),
                new ProgressIsMonotone(),
                new ADrainIsDoneWhenTheHostIsEmpty(truth),
                new ACancelledVmStaysWhereItWas(truth),
                new EveryChangeHasACause(),
                new WhatCantBeReadIsSetAside(),
                new EverythingConverges(),
                new NothingLeaks(truth),
                new NothingStartsThatMustNot(),
                new OrdersAreCarriedOut());
    }
}
