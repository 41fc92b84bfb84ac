package dev.drover.simulation.node;

import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.engine.Deciding;
import dev.drover.scheduler.engine.Proposals;
import dev.drover.scheduler.engine.SnapshotWriter;
import dev.drover.scheduler.engine.ZoneEngine;
import dev.drover.scheduler.engine.ZoneLog;
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

/** A scheduler's process: a seat for each zone that it was told is its own. */
public final class SimNode {
    private static final long EVENTS_A_SNAPSHOT = 20;

    private final NodeId name;
    private final Machine machine;
    private final VirtualTime time;
    private final Chance chance;
    private final Witness witness;
    private final Workshop workshop;
    private final ZonePolicy policy;
    private final TreeMap<ZoneId, ZoneSeat> seats = new TreeMap<>();

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
        return Optional.ofNullable(seats.get(zone)).flatMap(ZoneSeat::engine).map(ZoneEngine::state);
    }

    /** The zones it holds to be its own. */
    public List<ZoneId> owned() {
        return List.copyOf(seats.keySet());
    }

    /** The zone is this node's. */
    public void own(SimTopics topics) {
        if (machine.isAlive() && !seats.containsKey(topics.zone())) {
            ZoneId zone = topics.zone();
            ZoneSeat seat = new ZoneSeat(
                    zone,
                    name,
                    machine,
                    witness,
                    () -> workshop.log(new SimZoneLog(topics, name, machine, time, chance)),
                    log -> engine(zone, log));
            seats.put(zone, seat);
            topics.onInbox(seat::wake);
            seat.begin();
        }
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
            time.in(down, machine::live);
        }
    }
}
