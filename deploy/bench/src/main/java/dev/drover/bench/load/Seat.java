package dev.drover.bench.load;

import dev.drover.scheduler.domain.zone.ZoneDecider;
import dev.drover.scheduler.engine.Deciding;
import dev.drover.scheduler.engine.Proposals;
import dev.drover.scheduler.engine.SnapshotWriter;
import dev.drover.scheduler.engine.ZoneEngine;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.policy.ZonePolicy;
import java.time.InstantSource;

/** The engine as a scheduler has it, on any log. */
public final class Seat {
    /** As in a scheduler's process. */
    public static final long EVENTS_A_SNAPSHOT = 10_000;

    private static final NodeId NODE = new NodeId("bench-1");
    private static final int PARALLEL = 64;
    private static final ZonePolicy POLICY = ZonePolicy.standard().withParallel(PARALLEL);

    private Seat() {}

    /** An engine that has loaded nothing yet. */
    public static ZoneEngine engine(ZoneId zone, Proposals proposals, ZoneLog log, InstantSource clock) {
        ZoneDecider decider = new ZoneDecider(NODE, POLICY);
        return new ZoneEngine(
                zone, new Deciding(NODE, decider, proposals), new SnapshotWriter(NODE, EVENTS_A_SNAPSHOT), log, clock);
    }
}
