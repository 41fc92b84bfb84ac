package dev.drover.scheduler.domain.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.plan.FirstFit;
import dev.drover.scheduler.domain.plan.PlanProposal;
import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.domain.state.ZoneEvolver;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.domain.zone.Decision;
import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.ZoneDecider;
import dev.drover.scheduler.domain.zone.ZoneInput;
import dev.drover.scheduler.domain.zone.ZoneScenario;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.ReportMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** One walk: a random fleet, random wishes, faults for a while, and then none any more until all is quiet. */
final class Walk {
    private static final int FAULTY_STEPS = 120;
    private static final int QUIET_LIMIT = 3_000;
    private static final int SHOWN = 60;
    private static final Planner PLANNER = new Planner(new FirstFit());

    private final Chance chance;
    private final ZoneDecider decider;
    private final ModelFleet fleet;
    private final Operator operator;
    private final RandomWishes wishes;
    private final Promises promises;
    private final EventPromises eventPromises;
    private final List<EventMessage> log = new ArrayList<>();
    private final List<ReportMark> heard = new ArrayList<>();
    private Optional<InboxOffset> read = Optional.empty();
    private Optional<PlanProposal> thought = Optional.empty();
    private ZoneState state = ZoneState.empty(Fleet.ZONE);
    private Instant now = ZoneScenario.START;
    private long inbox;

    Walk(long seed) {
        this.chance = new Chance(new Random(seed));
        this.decider = ZoneScenario.decider(RandomRules.policy(chance));
        this.fleet = new ModelFleet(chance, RandomFleet.of(chance), now);
        this.operator = new Operator(fleet);
        this.wishes = new RandomWishes(chance, fleet, operator);
        this.promises = new Promises(fleet);
        this.eventPromises = new EventPromises(fleet);
    }

    /** Throws {@link AssertionError} when a promise is broken; gives what happened. */
    List<EventMessage> run() {
        takeOver();
        for (int step = 0; step < FAULTY_STEPS; step++) {
            step(chance.happens(12) ? List.of(wishes.next(state, now)) : List.of());
            if (chance.fault(3)) {
                takeOver();
            }
        }
        chance.heal();
        fleet.resumeAll();
        for (int step = 0; !isQuiet(); step++) {
            assertThat(step).as("steps until all is quiet: %s", state).isLessThan(QUIET_LIMIT);
            step(operator.putRight(state));
        }
        eventPromises.checkEnd(log);
        assertThat(replayed()).isEqualTo(state);
        return List.copyOf(log);
    }

    String lastEvents() {
        return log.stream()
                .skip(Math.max(0, log.size() - SHOWN))
                .map(event -> event.head().at() + " " + event.event())
                .collect(Collectors.joining("\n"));
    }

    private void step(List<Intent> asked) {
        now = now.plusMillis(chance.between(10, 3_000));
        List<CommandMessage> commands = new ArrayList<>();
        asked.forEach(intent -> commands.addAll(tell(message(intent))));
        fleet.runUntil(now).forEach(told -> commands.addAll(tell(message(told))));
        if (chance.happens(70)) {
            commands.addAll(decide(new ZoneInput.Tick(now)).commands());
        }
        propose();
        commands.addAll(
                decide(new ZoneInput.Settle(read, List.copyOf(heard), now)).commands());
        heard.clear();
        read = Optional.empty();
        promises.check(state);
        commands.forEach(fleet::deliver);
    }

    /** A planner may be lost, and may speak of what was some steps ago. */
    private void propose() {
        if (!chance.fault(20)) {
            thought.ifPresent(plan -> decide(new ZoneInput.Proposed(plan, now)));
            thought = Optional.empty();
        }
        if (thought.isEmpty() && !chance.fault(20)) {
            thought = PLANNER.propose(state, now);
        }
    }

    private List<CommandMessage> tell(InboxMessage message) {
        ZoneInput.Told input = new ZoneInput.Told(new InboxOffset(inbox++), message, now);
        read = Optional.of(input.offset());
        if (message instanceof ReportMessage report) {
            heard.add(report.mark());
        }
        List<CommandMessage> commands = decide(input).commands();
        assertThat(decider.decide(state, input))
                .as("what follows from a repeated input")
                .isEqualTo(new Decision(List.of(), List.of(), state));
        return commands;
    }

    private void takeOver() {
        assertThat(replayed()).as("the fold of the log").isEqualTo(state);
        long before = state.epoch().value();
        decide(new ZoneInput.Takeover(new NodeId("node-" + before), now));
        assertThat(state.epoch().value()).isEqualTo(before + 1);
    }

    private Decision decide(ZoneInput input) {
        Decision decision = decider.decide(state, input);
        for (EventMessage event : decision.events()) {
            eventPromises.check(state, event.event());
            state = ZoneEvolver.evolve(state, event);
            log.add(event);
        }
        assertThat(decision.after()).as("the state with what was decided").isEqualTo(state);
        return decision;
    }

    private ZoneState replayed() {
        ZoneState fold = ZoneState.empty(Fleet.ZONE);
        for (EventMessage event : log) {
            fold = ZoneEvolver.evolve(fold, event);
        }
        return fold;
    }

    private boolean isQuiet() {
        return state.intents().open().isEmpty() && state.migrations().active().isEmpty() && fleet.isIdle();
    }

    private InboxMessage message(Intent intent) {
        return new IntentMessage(head("intent-" + intent.intent(), now, Actor.operator("anna")), intent);
    }

    /** At a fault its agent's clock is far ahead. */
    private InboxMessage message(ModelFleet.Told told) {
        HostId host = told.mark().host();
        long incarnation = told.mark().incarnation().value();
        String id =
                "r-%s-%d-%d".formatted(host, incarnation, told.mark().sequence().value());
        Instant at = chance.fault(2) ? now.plusSeconds(7) : now;
        return new ReportMessage(head(id, at, Actor.host(host)), told.mark(), told.report());
    }

    private static Head head(String id, Instant at, Actor actor) {
        return new Head(new MessageId(id), Fleet.ZONE, at, actor, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
