package dev.drover.simulation.restart;

import dev.drover.scheduler.domain.plan.FirstFit;
import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.domain.zone.Decider;
import dev.drover.scheduler.domain.zone.ZoneInput;
import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.Deciding;
import dev.drover.scheduler.engine.Folded;
import dev.drover.scheduler.engine.PromptProposals;
import dev.drover.scheduler.engine.SnapshotWriter;
import dev.drover.scheduler.engine.StateDigest;
import dev.drover.scheduler.engine.StepResult;
import dev.drover.scheduler.engine.ZoneEngine;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.simulation.node.Workshop;
import dev.drover.simulation.scenario.Scenario;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node that takes a recorded zone over somewhere in its log, by production's engine. */
final class NewOwner {
    private static final NodeId NODE = new NodeId("new-owner");

    private final RecordedLog log;
    private final ZoneEngine engine;
    private final List<ZoneState> found = new ArrayList<>();

    NewOwner(Scenario scenario, ZoneId zone, RecordedHistory history) {
        this.log = new RecordedLog(history);
        Decider decider = Workshop.PRODUCTION.decider(NODE, scenario.policy().policy());
        Decider watched = (state, input) -> {
            if (input instanceof ZoneInput.Takeover) {
                found.add(state);
            }
            return decider.decide(state, input);
        };
        this.engine = new ZoneEngine(
                zone,
                new Deciding(NODE, watched, new PromptProposals(new Planner(new FirstFit()))),
                new SnapshotWriter(NODE, Long.MAX_VALUE),
                log,
                InstantSource.fixed(Instant.EPOCH));
    }

    /** What is wrong with its takeover, which must find {@code expected}. */
    Optional<String> takeOver(Optional<Folded> warm, ZoneState expected) {
        StepResult result = engine.takeOver(warm);
        if (!(result instanceof StepResult.Advanced)) {
            return Optional.of("a new owner does not come up: " + result);
        }
        boolean same = StateDigest.of(found.getLast()).equals(StateDigest.of(expected));
        boolean goesOn = log.goesOnBehind().equals(expected.inboxOffset());
        boolean taken = log.written().map(Batch::events).stream()
                .flatMap(List::stream)
                .findFirst()
                .filter(first -> first.event()
                        .equals(new ZoneOwnershipTaken(NODE, expected.epoch().next())))
                .isPresent();
        return same && goesOn && taken
                ? Optional.empty()
                : Optional.of("a new owner finds " + found.getLast() + ", goes on behind input " + log.goesOnBehind()
                        + " and writes " + log.written());
    }
}
