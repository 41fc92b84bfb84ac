package dev.drover.simulation.node;

import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.engine.Deciding;
import dev.drover.scheduler.engine.Folded;
import dev.drover.scheduler.engine.Proposals;
import dev.drover.scheduler.engine.SnapshotWriter;
import dev.drover.scheduler.engine.ZoneEngine;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.scheduler.engine.ZoneOwner;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.simulation.log.SimTopics;
import dev.drover.simulation.log.SimZoneLog;
import dev.drover.simulation.time.Chance;
import dev.drover.simulation.time.Machine;
import dev.drover.simulation.time.VirtualTime;
import dev.drover.simulation.witness.Witness;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A scheduler's process: a seat for each zone that it was told is its own, and folds of others'. */
public final class SimNode {
    private static final long EVENTS_A_SNAPSHOT = 20;

    /** Shorter than it takes to hear that a zone is another's: owners shut each other out more often than they should. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final NodeId name;
    private final Machine machine;
    private final VirtualTime time;
    private final Chance chance;
    private final Witness witness;
    private final Workshop workshop;
    private final ZonePolicy policy;
    private final TreeMap<ZoneId, ZoneSeat> seats = new TreeMap<>();
    private final TreeMap<ZoneId, Standby> standbys = new TreeMap<>();

    /** Owns nothing yet. */
    public SimNode(
            NodeId name, ZonePolicy policy, VirtualTime time, Chance chance, Witness witness, Workshop workshop) {
        this.name = name;
        this.policy = policy;
        this.machine = new Machine(name.value(), time);
        this.time = time;
        this.chance = chance;
        this.witness = witness;
        this.workshop = workshop;
    }

    /** Its name. */
    public NodeId name() {
        return name;
    }

    /** The machine its process runs on. */
    public Machine machine() {
        return machine;
    }

    /** Whether the group would take it for well: it lives, is not stopped, and is not cut off. */
    public boolean isWell() {
        return machine.isAlive() && !machine.isStopped() && machine.hears() && machine.isHeard();
    }

    /** The state it shows for the zone, if it has taken it over. */
    public Optional<ZoneState> shown(ZoneId zone) {
        return Optional.ofNullable(seats.get(zone)).flatMap(ZoneSeat::folded).map(Folded::state);
    }

    /** The zones it holds to be its own. */
    public List<ZoneId> owned() {
        return List.copyOf(seats.keySet());
    }

    /** The zone is this node's. */
    public void own(SimTopics topics) {
        if (machine.isAlive() && !seats.containsKey(topics.zone())) {
            ZoneSeat seat = new ZoneSeat(name, owner(topics), machine, time, witness);
            seats.put(topics.zone(), seat);
            seat.begin();
        }
    }

    /** The zone is another's, for whom this node stands by. */
    public void standBy(SimTopics topics) {
        if (machine.isAlive() && !standbys.containsKey(topics.zone())) {
            Standby standby = new Standby(name, topics, machine, witness);
            standbys.put(topics.zone(), standby);
            standby.begin();
        }
    }

    /** This node stands by for nobody in the zone any more. */
    public void standDown(ZoneId zone) {
        Optional.ofNullable(standbys.remove(zone)).ifPresent(Standby::end);
    }

    private ZoneOwner owner(SimTopics topics) {
        ZoneId zone = topics.zone();
        return new ZoneOwner(
                zone,
                () -> workshop.log(new SimZoneLog(topics, name, machine, time, chance)),
                log -> engine(zone, log),
                () -> Optional.ofNullable(standbys.get(zone)).flatMap(Standby::folded),
                FIRST_PAUSE);
    }

    private ZoneEngine engine(ZoneId zone, ZoneLog log) {
        Proposals proposals = new SlowProposals(new Planner(workshop.placer()), machine, chance);
        return new ZoneEngine(
                zone,
                new Deciding(name, workshop.decider(name, policy), proposals),
                new SnapshotWriter(name, EVENTS_A_SNAPSHOT),
                log,
                machine.clock());
    }

    /** The zone is another's. */
    public void release(ZoneId zone) {
        Optional.ofNullable(seats.remove(zone)).ifPresent(ZoneSeat::leave);
    }

    /** Dies, and lives again after a while, owning nothing. */
    public void die(Duration down) {
        if (machine.isAlive()) {
            machine.die();
            owned().forEach(this::release);
            List.copyOf(standbys.keySet()).forEach(this::standDown);
            time.in(down, machine::live);
        }
    }
}
