package dev.drover.scheduler.domain.walk;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.intent.EvacuateHost;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** One walk: a random fleet, random evacuations, faults for a while, and then none any more until all is quiet. */
final class Walk {
    private static final int FAULTY_STEPS = 120;
    private static final int QUIET_LIMIT = 3_000;
    private static final int SHOWN = 60;

    private final Chance chance;
    private final ZonePolicy policy;
    private final ZoneDecider decider;
    private final ModelFleet fleet;
    private final Promises promises;
    private final List<EventMessage> log = new ArrayList<>();
    private ZoneState state = ZoneState.empty(Fleet.ZONE);
    private Instant now = ZoneScenario.START;
    private long inbox;
    private int intents;

    Walk(long seed) {
        this.chance = new Chance(new Random(seed));
        this.policy = policy(chance);
        this.decider = ZoneScenario.decider(policy);
        this.fleet = new ModelFleet(chance, RandomFleet.of(chance), now);
        this.promises = new Promises(policy, fleet);
    }

    /** Throws {@link AssertionError} when a promise is broken; gives how many events it took. */
    int run() {
        takeOver();
        for (int step = 0; step < FAULTY_STEPS; step++) {
            step(chance.happens(8) ? List.of(evacuation()) : List.of());
            if (chance.fault(3)) {
                takeOver();
            }
        }
        chance.heal();
        fleet.resumeAll();
        for (int step = 0; !isQuiet(); step++) {
            assertThat(step).as("steps until all is quiet: %s", state).isLessThan(QUIET_LIMIT);
            step(List.of());
        }
        promises.checkEnd(state, log);
        assertThat(replayed()).isEqualTo(state);
        return log.size();
    }

    String lastEvents() {
        return log.stream()
                .skip(Math.max(0, log.size() - SHOWN))
                .map(event -> event.head().at() + " " + event.event())
                .collect(Collectors.joining("\n"));
    }

    private void step(List<InboxMessage> asked) {
        now = now.plusMillis(chance.between(10, 3_000));
        List<InboxMessage> messages = new ArrayList<>(asked);
        fleet.runUntil(now).forEach(told -> messages.add(report(told)));
        List<CommandMessage> commands = new ArrayList<>();
        for (InboxMessage message : messages) {
            ZoneInput.Durable input = new ZoneInput.Durable(new InboxOffset(inbox++), message, now);
            commands.addAll(decide(input).commands());
            Decision again = decider.decide(state, input);
            assertThat(again.events()).as("events of a repeated input").isEmpty();
            assertThat(again.commands()).as("commands of a repeated input").isEmpty();
        }
        if (chance.happens(70)) {
            commands.addAll(decide(new ZoneInput.Tick(now)).commands());
        }
        commands.addAll(decide(new ZoneInput.Settle(now)).commands());
        promises.check(state);
        commands.forEach(fleet::deliver);
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
            promises.checkEvent(state, event.event());
            state = ZoneEvolver.evolve(state, event);
            log.add(event);
        }
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
        return state.intents().active().isEmpty() && state.migrations().active().isEmpty() && fleet.isIdle();
    }

    private InboxMessage evacuation() {
        HostFacts host = chance.oneOf(fleet.hosts());
        IntentId intent = new IntentId("drain-" + intents++);
        return new IntentMessage(head("i-" + intents, Actor.operator("anna")), new EvacuateHost(intent, host.host()));
    }

    private InboxMessage report(ModelFleet.Told told) {
        HostId host = told.mark().host();
        String id = "r-%s-%d-%d"
                .formatted(
                        host,
                        told.mark().incarnation().value(),
                        told.mark().sequence().value());
        return new ReportMessage(head(id, Actor.host(host)), told.mark(), told.report());
    }

    private Head head(String id, Actor actor) {
        return new Head(
                new MessageId(id), Fleet.ZONE, now, actor, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ZonePolicy policy(Chance chance) {
        return new ZonePolicy(
                chance.between(1, 3),
                chance.between(1, 3),
                chance.between(50, 100),
                BitsPerSecond.mebibytesPerSecond(1),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                chance.between(1, 3),
                Duration.ofSeconds(3));
    }
}
