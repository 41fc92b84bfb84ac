package dev.drover.simulation;

import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.event.HostForgotten;
import dev.drover.schema.event.HostQuarantined;
import dev.drover.schema.event.HostTrusted;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.inventory.VmState;
import dev.drover.simulation.agent.SimAgent;
import dev.drover.simulation.fleet.Fleet;
import dev.drover.simulation.log.SimTopics;
import dev.drover.simulation.node.SimGroup;
import dev.drover.simulation.node.SimNode;
import dev.drover.simulation.scenario.Fault;
import dev.drover.simulation.scenario.FaultKind;
import dev.drover.simulation.scenario.PolicyPlan;
import dev.drover.simulation.scenario.Scenario;
import dev.drover.simulation.scenario.Scenarios;
import dev.drover.simulation.time.Chance;
import dev.drover.simulation.time.VirtualTime;
import dev.drover.simulation.witness.Happening;
import dev.drover.simulation.witness.Witness;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Everything there is in one simulation: logs, schedulers, agents, hosts, operators, and what goes wrong. */
final class World {
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration RESTART = Duration.ofSeconds(1);

    private final Scenario scenario;
    private final VirtualTime time;
    private final Fleet fleet;
    private final TreeMap<ZoneId, SimTopics> topics = new TreeMap<>();
    private final TreeMap<ZoneId, Watch> watches = new TreeMap<>();
    private final TreeMap<ZoneId, Long> answered = new TreeMap<>();
    private final Set<HostId> misjudged = new TreeSet<>();
    private final List<SimAgent> agents = new ArrayList<>();
    private final List<SimNode> nodes;
    private final SimGroup group;
    private final Mischief mischief;
    private final Operators operators;
    private final Hands hands;

    World(Scenario scenario, VirtualTime time, Witness witness, MessageDigest digest, Parts parts) {
        this.scenario = scenario;
        this.time = time;
        Chance chance = Chance.of(scenario.seed());
        this.fleet = new Fleet(scenario, time, chance.concerning("fleet"), witness);
        this.operators = new Operators(time, chance.concerning("operators"));
        scenario.zones().forEach(zone -> topics.put(zone.zone(), new SimTopics(zone.zone(), witness, digest)));
        this.nodes = IntStream.rangeClosed(1, scenario.nodes())
                .mapToObj(Scenarios::node)
                .map(name -> new SimNode(
                        new NodeId(name),
                        scenario.policy().policy(),
                        time,
                        chance.concerning(name),
                        witness,
                        parts.workshop()))
                .toList();
        scenario.zones()
                .forEach(zone -> zone.hosts()
                        .forEach(host -> agents.add(new SimAgent(
                                host.host(),
                                topicsOf(zone.zone()),
                                fleet,
                                time,
                                chance.concerning(host.name()),
                                witness,
                                parts.habits()))));
        this.hands = new Hands(fleet, agents);
        this.group = new SimGroup(nodes, List.copyOf(topics.values()), time, chance.concerning("group"));
        this.mischief = new Mischief(time, chance.concerning("mischief"), fleet, group, operators);
        time.in(LOOK, this::lookAtClocks);
        scenario.faults().forEach(fault -> time.in(fault.after(), () -> happen(fault)));
        scenario.intents()
                .forEach(plan -> time.in(
                        Duration.ofMillis(plan.atMs()),
                        () -> topics(plan.zone()).ifPresent(zone -> operators.ask(zone, orders(zone), plan))));
    }

    Fleet fleet() {
        return fleet;
    }

    SortedMap<FaultKind, Long> faults() {
        return mischief.happened();
    }

    /** How far each zone's inbox was answered, and what operators can read there. */
    void saw(Happening.Committed committed) {
        watch(committed.zone()).read(committed.events());
        committed.events().forEach(event -> judge(event.event(), committed.by()));
        committed
                .readUpTo()
                .map(InboxOffset::value)
                .ifPresent(offset -> answered.merge(committed.zone(), offset, Math::max));
    }

    /** Ends all faults that last. */
    void heal() {
        topics.values().forEach(zone -> {
            zone.troubles().heal();
            zone.mendEvents();
        });
        fleet.heal();
        mischief.heal();
        group.heal();
        nodes.forEach(node -> {
            node.machine().cut(true, true);
            node.machine().goOn();
            node.machine().skew(Duration.ZERO);
        });
        agents.forEach(agent -> {
            agent.machine().cut(true, true);
            agent.machine().goOn();
            agent.machine().skew(Duration.ZERO);
            agent.heal();
        });
    }

    /** Operators look whether anything waits for them. */
    void putRight() {
        topics.values().forEach(zone -> operators.putRight(zone, orders(zone)));
    }

    /** What agents still hold on to. */
    List<String> leftovers() {
        return agents.stream()
                .flatMap(agent -> agent.open().stream().map(open -> agent.host() + " has not done with " + open))
                .toList();
    }

    /** What is still to be done, in words; nothing when all is quiet. */
    List<String> toDo() {
        List<String> left = new ArrayList<>();
        agents.stream().filter(agent -> !agent.isIdle()).forEach(agent -> left.add("agent " + agent.host()));
        fleet.jobs().forEach(job -> left.add("job of " + job.vm()));
        fleet.hosts()
                .forEach(host -> host.facts().vms().stream()
                        .filter(vm -> vm.state() == VmState.INCOMING)
                        .forEach(vm -> left.add("vm " + vm.vm() + " half-way on " + host.host())));
        topics.keySet().forEach(zone -> toDo(zone, left));
        return left;
    }

    private void toDo(ZoneId zone, List<String> left) {
        Optional<ZoneState> state = group.owner(zone).flatMap(node -> node.shown(zone));
        if (state.isEmpty()) {
            left.add(zone + " has no owner");
        }
        state.ifPresent(shown -> {
            shown.intents().open().forEach(one -> left.add(zone + " " + one));
            shown.migrations().underWay(one -> one.phase().isMoving()).forEach(one -> left.add(zone + " " + one));
        });
        if (answered.getOrDefault(zone, -1L) < topicsOf(zone).inboxSize() - 1) {
            left.add(zone + " has not answered its inbox");
        }
    }

    /**
     * A host's clock that was found wrong and is right was measured by a wrong one: operators begin its agent anew, and
     * its next report says so.
     */
    private void lookAtClocks() {
        agents.stream().filter(agent -> misjudged.contains(agent.host())).forEach(agent -> agent.die(RESTART));
        time.in(LOOK, this::lookAtClocks);
    }

    private void judge(ZoneEvent event, NodeId by) {
        switch (event) {
            case HostQuarantined quarantined when isFarOff(by) -> misjudged.add(quarantined.host());
            case HostTrusted trusted -> misjudged.remove(trusted.host());
            case HostForgotten forgotten -> misjudged.remove(forgotten.host());
            default -> {} // judges no clock
        }
    }

    private boolean isFarOff(NodeId node) {
        return nodes.stream()
                .filter(one -> one.name().equals(node))
                .anyMatch(one -> one.machine().skew().abs().compareTo(PolicyPlan.SKEW) > 0);
    }

    private void happen(Fault fault) {
        if (time.now().isAfter(Simulation.START.plus(scenario.chaos()))) {
            return;
        }
        switch (fault.kind().target()) {
            case NODE ->
                nodes.stream()
                        .filter(node -> node.name().value().equals(fault.target()))
                        .forEach(node -> mischief.happenTo(node, fault));
            case ZONE -> topics(fault.target()).ifPresent(zone -> mischief.happenTo(zone, fault));
            case HOST ->
                agents.stream()
                        .filter(agent -> agent.host().value().equals(fault.target()))
                        .forEach(agent -> mischief.happenTo(agent, fault));
        }
    }

    private Orders orders(SimTopics zone) {
        return new Orders(watch(zone.zone()), hands);
    }

    private Watch watch(ZoneId zone) {
        return watches.computeIfAbsent(zone, unused -> new Watch());
    }

    private Optional<SimTopics> topics(String zone) {
        return Optional.ofNullable(topics.get(new ZoneId(zone)));
    }

    private SimTopics topicsOf(ZoneId zone) {
        return topics(zone.value()).orElseThrow();
    }
}
