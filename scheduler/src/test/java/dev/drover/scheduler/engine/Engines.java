package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.plan.FirstFit;
import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.domain.zone.Decider;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.ZoneScenario;
import dev.drover.schema.policy.ZonePolicy;
import java.time.InstantSource;
import java.util.Optional;

/** Engines of the tests' zone. */
public final class Engines {
    /** More events than any test makes. */
    public static final long NEVER = 1_000_000;

    private Engines() {}

    public static ZoneEngine engine(ZoneLog log, InstantSource clock) {
        return engine(log, clock, NEVER);
    }

    public static ZoneEngine engine(ZoneLog log, InstantSource clock, long eventsASnapshot) {
        return engine(log, clock, eventsASnapshot, ZoneScenario.decider(ZonePolicy.standard()));
    }

    public static ZoneEngine engine(ZoneLog log, InstantSource clock, Decider decider) {
        return engine(log, clock, NEVER, decider);
    }

    /** The newest snapshot of the tests' zone that holds what was written: where a cold takeover begins. */
    public static Optional<SlotFooter> newestGood(ZoneHistory history) {
        return SnapshotLoader.newest(history, Fleet.ZONE).map(SnapshotLoader.Loaded::footer);
    }

    private static ZoneEngine engine(ZoneLog log, InstantSource clock, long eventsASnapshot, Decider decider) {
        return new ZoneEngine(
                Fleet.ZONE,
                new Deciding(ZoneScenario.NODE, decider, new PromptProposals(new Planner(new FirstFit()))),
                new SnapshotWriter(ZoneScenario.NODE, eventsASnapshot),
                log,
                clock);
    }
}
