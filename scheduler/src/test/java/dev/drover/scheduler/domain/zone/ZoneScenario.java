package dev.drover.scheduler.domain.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.plan.FirstFit;
import dev.drover.scheduler.domain.plan.PlanProposal;
import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.domain.state.ZoneEvolver;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.InputSetAside;
import dev.drover.schema.event.SetAsideReason;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.ReportMark;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A zone whose log is told, step by step: {@code zone().given(known(h1)).when(asked(intent)).then(events(...),
 * commands(...))}. Each decision is folded before the next, so that a scenario goes on after a {@code then}.
 */
public final class ZoneScenario {
    public static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    /** The standard policy's: a command lives 30 s, and is given up when the slowest clock must have let it lapse. */
    public static final Duration LAPSE = Duration.ofSeconds(32);

    public static final NodeId NODE = new NodeId("node-1");
    public static final Actor OPERATOR = Actor.operator("anna");

    /** Something that happens to the zone now. */
    public interface Happening {
        ZoneInput at(ZoneScenario zone);

        /** What happens just before it, as one with it. */
        default Optional<ZoneInput> first(ZoneScenario zone) {
            return Optional.empty();
        }
    }

    /** A command as tests speak of it; what is left out is the same for all commands of a decision. */
    public record Order(HostId host, MigrationId migration, long attempt, long sequence, AgentCommand command) {
        static Order of(CommandMessage message) {
            return new Order(
                    message.host(),
                    message.mark().migration(),
                    message.mark().attempt().value(),
                    message.mark().sequence().value(),
                    message.command());
        }
    }

    private static final Planner PLANNER = new Planner(new FirstFit());

    private final ZoneDecider decider;
    private final ZonePolicy policy;
    private final TreeMap<HostId, ReportMark> marks = new TreeMap<>();
    private final List<EventMessage> log = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<ReportMark> heard = new ArrayList<>();
    private Optional<InboxOffset> read = Optional.empty();
    private List<Step> lately = List.of();
    private ZoneState state = ZoneState.empty(Fleet.ZONE);
    private Instant now = START;
    private long inbox;

    /** What was decided, and the state before and after. */
    public record Step(ZoneState before, ZoneInput input, Decision decision, ZoneState after) {}

    private ZoneScenario(ZonePolicy policy) {
        this.policy = policy;
        this.decider = decider(policy);
    }

    /** A zone that has just been taken over by its first owner, under the standard policy. */
    public static ZoneScenario zone() {
        return zone(ZonePolicy.standard());
    }

    public static ZoneScenario zone(ZonePolicy policy) {
        return new ZoneScenario(policy).when(takeover("node-1"));
    }

    public static ZoneDecider decider(ZonePolicy policy) {
        return new ZoneDecider(NODE, policy);
    }

    /** The state that a log amounts to. */
    public static ZoneState fold(List<EventMessage> log) {
        ZoneState state = ZoneState.empty(Fleet.ZONE);
        for (EventMessage event : log) {
            state = ZoneEvolver.evolve(state, event);
        }
        return state;
    }

    /** Facts that stand in the log, without anybody having decided them here. */
    public ZoneScenario given(ZoneEvent... events) {
        for (ZoneEvent event : events) {
            Head head = head("given-" + (state.events() + 1), Actor.scheduler(NODE));
            fold(new EventMessage(head, state.epoch(), Optional.empty(), Optional.empty(), event));
        }
        return this;
    }

    public ZoneScenario when(Happening happening) {
        int before = steps.size();
        happening.first(this).ifPresent(this::decide);
        decide(happening.at(this));
        lately = List.copyOf(steps.subList(before, steps.size()));
        return this;
    }

    private void decide(ZoneInput input) {
        ZoneState before = state;
        Decision decision = decider.decide(before, input);
        decision.events().forEach(this::fold);
        steps.add(new Step(before, input, decision, state));
        remember(input);
    }

    /** As an engine does, to say at the end of its batch how far it has read. */
    private void remember(ZoneInput input) {
        switch (input) {
            case ZoneInput.Durable durable -> {
                read = Optional.of(durable.offset());
                if (durable instanceof ZoneInput.Told(var offset, ReportMessage report, var at)) {
                    heard.add(report.mark());
                }
            }
            case ZoneInput.Settle settle -> {
                read = Optional.empty();
                heard.clear();
            }
            case ZoneInput.Volatile passing -> {}
        }
    }

    public ZoneScenario then(List<ZoneEvent> events, List<Order> commands) {
        assertThat(lastEvents()).as("events").containsExactlyElementsOf(events);
        assertThat(lastOrders()).as("commands").containsExactlyElementsOf(commands);
        return this;
    }

    public ZoneScenario thenNothing() {
        return then(events(), noCommands());
    }

    /** Lets time pass; nobody notices before the next happening. */
    public ZoneScenario after(Duration wait) {
        now = now.plus(wait);
        return this;
    }

    public static HostInventoryRecorded known(HostFacts facts) {
        return new HostInventoryRecorded(facts);
    }

    public static Happening asked(Intent intent) {
        return zone -> zone.durable(
                new IntentMessage(zone.head("intent-" + zone.inbox, OPERATOR, Optional.of("maintenance")), intent));
    }

    /** The next report of this host. */
    public static Happening told(String host, Report report) {
        return told(host, report, Duration.ZERO);
    }

    public static Happening told(String host, Report report, Duration ahead) {
        return zone -> {
            ReportMark mark = Optional.ofNullable(zone.marks.get(Fleet.id(host)))
                    .map(last -> new ReportMark(
                            last.host(), last.incarnation(), last.sequence().next()))
                    .orElseGet(() -> new ReportMark(Fleet.id(host), new Incarnation(1), Sequence.FIRST));
            return told(mark, report, ahead).at(zone);
        };
    }

    public static Happening told(ReportMark mark, Report report) {
        return told(mark, report, Duration.ZERO);
    }

    /** Its agent's clock is that much ahead. */
    public static Happening told(ReportMark mark, Report report, Duration ahead) {
        return zone -> {
            zone.marks.put(mark.host(), mark);
            String id = "r-%s-%d-%d"
                    .formatted(
                            mark.host(),
                            mark.incarnation().value(),
                            mark.sequence().value());
            Head head = zone.head(id, zone.in(ahead), Actor.host(mark.host()), Optional.empty());
            return zone.durable(new ReportMessage(head, mark, report));
        };
    }

    /** An input of before, read again. */
    public static Happening again(ZoneInput input) {
        return zone -> input;
    }

    public static Happening tick() {
        return zone -> new ZoneInput.Tick(zone.now);
    }

    /** Something in the inbox that nobody can read. */
    public static Happening nonsense(String why) {
        return zone -> new ZoneInput.Nonsense(new InboxOffset(zone.inbox++), illegible(why), zone.now);
    }

    /** What the log says of it. */
    public static InputSetAside illegible(String why) {
        return new InputSetAside(SetAsideReason.MALFORMED, Optional.empty(), why);
    }

    /** A planner, whatever it was thinking of, comes up with this. */
    public static Happening proposed(PlanProposal.Item... items) {
        return zone -> new ZoneInput.Proposed(new PlanProposal(zone.state.events(), List.of(items)), zone.now);
    }

    /** A planner comes up with what it thought of a state that may be old by now. */
    public static Happening proposed(PlanProposal plan) {
        return zone -> new ZoneInput.Proposed(plan, zone.now);
    }

    /** What follows from all that has happened, without any planner. */
    public static Happening settleOnly() {
        return ZoneScenario::settling;
    }

    /** The end of a batch: a prompt planner proposes, and then all is settled. */
    public static Happening settle() {
        return new Happening() {
            @Override
            public Optional<ZoneInput> first(ZoneScenario zone) {
                return zone.thought().map(plan -> new ZoneInput.Proposed(plan, zone.now));
            }

            @Override
            public ZoneInput at(ZoneScenario zone) {
                return zone.settling();
            }
        };
    }

    public static Happening takeover(String node) {
        return zone -> new ZoneInput.Takeover(new NodeId(node), zone.now);
    }

    public static List<ZoneEvent> events(ZoneEvent... events) {
        return List.of(events);
    }

    public static List<Order> commands(Order... orders) {
        return List.of(orders);
    }

    public static List<Order> noCommands() {
        return List.of();
    }

    public static Order order(String host, MigrationId migration, long attempt, long sequence, AgentCommand command) {
        return new Order(Fleet.id(host), migration, attempt, sequence, command);
    }

    public List<ZoneEvent> lastEvents() {
        return lately.stream()
                .flatMap(step -> step.decision().events().stream())
                .map(EventMessage::event)
                .toList();
    }

    public List<Order> lastOrders() {
        return lately.stream()
                .flatMap(step -> step.decision().commands().stream())
                .map(Order::of)
                .toList();
    }

    public Step last() {
        return steps.getLast();
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    public List<EventMessage> log() {
        return List.copyOf(log);
    }

    public ZoneState state() {
        return state;
    }

    public ZonePolicy policy() {
        return policy;
    }

    public Instant in(Duration wait) {
        return now.plus(wait);
    }

    /** The migration of this vm that is under way. */
    public Migration moving(VmId vm) {
        return state.migrations().of(vm).orElseThrow(() -> new AssertionError("vm " + vm + " is not under way"));
    }

    /** What the migration of this vm was told to use. */
    public BitsPerSecond granted(VmId vm) {
        return state.leases().granted(moving(vm).id());
    }

    /** What a planner would propose now. */
    public Optional<PlanProposal> thought() {
        return PLANNER.propose(state, now);
    }

    private ZoneInput settling() {
        return new ZoneInput.Settle(read, heard, now);
    }

    private ZoneInput.Told durable(InboxMessage message) {
        return new ZoneInput.Told(new InboxOffset(inbox++), message, now);
    }

    private void fold(EventMessage event) {
        log.add(event);
        state = ZoneEvolver.evolve(state, event);
    }

    private Head head(String id, Actor actor) {
        return head(id, actor, Optional.empty());
    }

    private Head head(String id, Actor actor, Optional<String> reason) {
        return head(id, now, actor, reason);
    }

    private Head head(String id, Instant at, Actor actor, Optional<String> reason) {
        return new Head(new MessageId(id), Fleet.ZONE, at, actor, reason, Optional.empty(), Optional.empty());
    }
}
