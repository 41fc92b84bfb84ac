package dev.drover.simulation;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.simulation.agent.MalformedReport;
import dev.drover.simulation.agent.SimAgent;
import dev.drover.simulation.fleet.Fleet;
import dev.drover.simulation.fleet.JobFate;
import dev.drover.simulation.log.CommitTroubles.Outcome;
import dev.drover.simulation.log.CommitTroubles.Trouble;
import dev.drover.simulation.log.SimSnapshots.Spoiling;
import dev.drover.simulation.log.SimTopics;
import dev.drover.simulation.node.SimGroup;
import dev.drover.simulation.node.SimNode;
import dev.drover.simulation.scenario.Fault;
import dev.drover.simulation.scenario.FaultKind;
import dev.drover.simulation.time.Chance;
import dev.drover.simulation.time.Machine;
import dev.drover.simulation.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Brings each fault about, and counts those that really happen: some find nothing to happen to. */
final class Mischief {
    /** How long a scheduler's clock stays far off: meanwhile its zones distrust their hosts, and little else happens. */
    private static final Duration FAR_OFF = Duration.ofSeconds(20);

    private static final int MOST_RESENT = 4;
    private static final int MOST_LATE_MS = 5_000;
    private static final int MOST_BRIEFLY_DEAD_MS = 2_000;

    private final VirtualTime time;
    private final Chance chance;
    private final Fleet fleet;
    private final SimGroup group;
    private final Operators operators;
    private final TreeMap<FaultKind, Long> happened = new TreeMap<>();
    private final TreeMap<VmId, HostId> paused = new TreeMap<>();

    Mischief(VirtualTime time, Chance chance, Fleet fleet, SimGroup group, Operators operators) {
        this.time = time;
        this.chance = chance;
        this.fleet = fleet;
        this.group = group;
        this.operators = operators;
    }

    /** How often each kind happened. */
    SortedMap<FaultKind, Long> happened() {
        return happened;
    }

    void happenTo(SimNode node, Fault fault) {
        if (!node.machine().isAlive()) {
            return;
        }
        switch (fault.kind()) {
            case NODE_KILLED -> node.die(fault.lasting());
            case NODE_STOPPED -> node.machine().stopUntil(end(fault));
            case NODE_CUT_OFF -> cut(node.machine(), fault, false, false);
            case NODE_HEARS_NOTHING -> cut(node.machine(), fault, false, true);
            case NODE_CLOCK_OFF -> node.machine().skew(fault.lasting());
            case NODE_CLOCK_FAR_OFF -> {
                node.machine().skew(fault.lasting());
                time.in(FAR_OFF, () -> node.machine().skew(Duration.ZERO));
            }
            default -> throw new IllegalArgumentException(fault + " does not happen to nodes");
        }
        happens(fault);
    }

    void happenTo(SimTopics topics, Fault fault) {
        switch (fault.kind()) {
            case SECOND_OWNER -> happensIf(fault, group.addSecond(topics.zone(), fault.lasting()));
            case COMMIT_ABORTED -> trouble(topics, fault, Outcome.ABORTED);
            case COMMIT_UNKNOWN_WRITTEN -> trouble(topics, fault, Outcome.UNKNOWN_WRITTEN);
            case COMMIT_UNKNOWN_NOT_WRITTEN -> trouble(topics, fault, Outcome.UNKNOWN_NOT_WRITTEN);
            case COMMIT_UNKNOWN_WRITTEN_LATE -> trouble(topics, fault, Outcome.UNKNOWN_WRITTEN_LATE);
            case EVENT_UNREADABLE -> {
                if (topics.spoilEvent(() -> happens(fault))) {
                    time.in(fault.lasting(), topics::mendEvents);
                    loseOwner(topics);
                }
            }
            case LOG_SLOW -> {
                topics.troubles().slowUntil(end(fault));
                happens(fault);
            }
            case INBOX_REPEATED ->
                happensIf(fault, topics.repeat(chance.between(0, Math.max(0, topics.inboxSize() - 1))));
            case GARBAGE -> {
                operators.sendGarbage(topics);
                happens(fault);
            }
            case MALFORMED_INTENT -> {
                operators.sendMalformed(topics);
                happens(fault);
            }
            case STRANGE_REPORT -> {
                operators.sendStrange(topics);
                happens(fault);
            }
            case SNAPSHOT_BIT_FLIPPED -> spoil(topics, fault, Spoiling.BIT_FLIPPED);
            case SNAPSHOT_PART_GONE -> spoil(topics, fault, Spoiling.PART_GONE);
            case SNAPSHOT_FOOTER_GONE -> spoil(topics, fault, Spoiling.FOOTER_GONE);
            case SNAPSHOT_NEWER -> spoil(topics, fault, Spoiling.NEWER);
            default -> throw new IllegalArgumentException(fault + " does not happen to zones");
        }
    }

    void happenTo(SimAgent agent, Fault fault) {
        HostId host = agent.host();
        switch (fault.kind()) {
            case AGENT_KILLED -> {
                happensIf(fault, agent.machine().isAlive());
                agent.die(fault.lasting());
            }
            case AGENT_STOPPED -> {
                agent.machine().stopUntil(end(fault));
                happens(fault);
            }
            case AGENT_CUT_OFF -> cutAgent(agent, fault, false, false);
            case AGENT_HEARS_NOTHING -> cutAgent(agent, fault, false, true);
            case AGENT_IS_NOT_HEARD -> cutAgent(agent, fault, true, false);
            case DISK_SHORT -> {
                agent.journal().shortUntil(end(fault));
                happens(fault);
            }
            case DISK_FULL -> {
                agent.journal().fullUntil(end(fault));
                happens(fault);
            }
            case COMMANDS_LATE -> {
                agent.delayCommands(end(fault), fault.lasting());
                happens(fault);
            }
            case COMMANDS_AGAIN -> {
                agent.forgetPlace();
                happens(fault);
            }
            case REPORTS_AGAIN -> happensIf(fault, agent.resend(chance.between(1, MOST_RESENT)));
            case MALFORMED_REPORT ->
                happensIf(fault, agent.sayMalformed(chance.oneOf(List.of(MalformedReport.values()))));
            case REPORT_OVERTAKEN ->
                agent.holdUpReport(fault.lasting(), chance.millis(100, MOST_BRIEFLY_DEAD_MS), () -> happens(fault));
            case ACKNOWLEDGEMENT_LOST -> agent.loseAcknowledgement(() -> happens(fault));
            case AGENT_CLOCK_OFF, AGENT_CLOCK_FAR_OFF -> {
                agent.machine().skew(fault.lasting());
                happens(fault);
            }
            case HYPERVISOR_STUCK -> {
                fleet.stick(host, end(fault));
                happens(fault);
            }
            case START_FAILS -> fate(host, fault, JobFate.START_FAILS);
            case DESTINATION_REFUSES -> fate(host, fault, JobFate.REFUSED);
            case JOB_FAILS -> fate(host, fault, JobFate.FAILS);
            case DESTINATION_LOST -> fate(host, fault, JobFate.DESTINATION_LOST);
            case CALL_HANGS -> fate(host, fault, JobFate.CALL_HANGS);
            case CALL_LOST -> fate(host, fault, JobFate.CALL_LOST);
            case POST_COPY_SEVERED -> fate(host, fault, JobFate.SEVERED);
            case POST_COPY_LOST -> fate(host, fault, JobFate.SEVERED_FOR_GOOD);
            case GUEST_STRANDED -> fate(host, fault, JobFate.STRANDED);
            case MEMORY_LOST -> fate(host, fault, JobFate.MEMORY_LOST);
            case GUEST_PAUSED ->
                fleet.pauseSomebody(host).ifPresent(vm -> {
                    happens(fault);
                    paused.put(vm, host);
                    time.in(fault.lasting(), () -> fleet.resume(host, vm));
                });
            default -> throw new IllegalArgumentException(fault + " does not happen to hosts");
        }
    }

    /** Whoever paused guests by hand resumes them. */
    void heal() {
        paused.forEach((vm, host) -> fleet.resume(host, vm));
    }

    private void cut(Machine machine, Fault fault, boolean hears, boolean isHeard) {
        machine.cut(hears, isHeard);
        time.in(fault.lasting(), () -> machine.cut(true, true));
    }

    private void cutAgent(SimAgent agent, Fault fault, boolean hears, boolean isHeard) {
        cut(agent.machine(), fault, hears, isHeard);
        happens(fault);
    }

    private void trouble(SimTopics topics, Fault fault, Outcome outcome) {
        Duration late = Duration.ofMillis(fault.forMs() % MOST_LATE_MS);
        topics.troubles().add(new Trouble(outcome, late, () -> happens(fault)));
    }

    /** Spoiled, a snapshot matters to whoever begins with it; so somebody has to, before the next takes its place. */
    private void spoil(SimTopics topics, Fault fault, Spoiling how) {
        if (topics.snapshots().spoil(how)) {
            happens(fault);
            loseOwner(topics);
        }
    }

    private static void loseOwner(SimTopics topics) {
        topics.troubles().add(new Trouble(Outcome.UNKNOWN_NOT_WRITTEN, Duration.ZERO, () -> {}));
    }

    private void fate(HostId host, Fault fault, JobFate fate) {
        fleet.fate(host, fate, () -> happens(fault));
    }

    private Instant end(Fault fault) {
        return time.now().plus(fault.lasting());
    }

    private void happensIf(Fault fault, boolean really) {
        if (really) {
            happens(fault);
        }
    }

    private void happens(Fault fault) {
        happened.merge(fault.kind(), 1L, Long::sum);
    }
}
