package dev.drover.simulation.scenario;

import dev.drover.schema.inventory.VmState;
import dev.drover.simulation.time.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes scenarios up, one for each seed. */
public final class Scenarios {
    private static final int HOST_GIBIBYTES = 32;
    /** So many that somebody answers before an operator is called. */
    private static final int MANY_QUESTIONS = 12;

    private static final int FAULTS_LEAST = 210;
    private static final int FAULTS_MOST = 330;

    /** Each as often as it has to be drawn: what needs a migration or a report to happen to does not always find one. */
    private static final List<FaultKind> KINDS = Arrays.stream(FaultKind.values())
            .flatMap(kind -> Collections.nCopies(weight(kind), kind).stream())
            .toList();

    private Scenarios() {}

    private static int weight(FaultKind kind) {
        return switch (kind) {
            case REPORT_OVERTAKEN, ACKNOWLEDGEMENT_LOST, COMMANDS_AGAIN, AGENT_KILLED -> 10;
            case EVENT_UNREADABLE, GUEST_PAUSED -> 6;
            case START_FAILS,
                    DESTINATION_REFUSES,
                    JOB_FAILS,
                    DESTINATION_LOST,
                    CALL_HANGS,
                    CALL_LOST,
                    POST_COPY_SEVERED,
                    POST_COPY_LOST,
                    GUEST_STRANDED,
                    MEMORY_LOST -> 95;
            default -> 4;
        };
    }

    /** The scenario of this seed. */
    public static Scenario of(long seed) {
        Chance chance = Chance.of(seed).concerning("scenario");
        int chaosMs = chance.between(290, 540) * 1000;
        List<ZonePlan> zones = zones(chance.concerning("zones"));
        int nodes = chance.between(2, 3);
        return new Scenario(
                seed,
                nodes,
                chaosMs,
                policy(chance.concerning("policy")),
                zones,
                intents(chance.concerning("intents"), zones, chaosMs),
                faults(chance.concerning("faults"), nodes, zones, chaosMs));
    }

    /** The name of a scheduler, counted from 1. */
    public static String node(int number) {
        return "node-" + number;
    }

    private static PolicyPlan policy(Chance chance) {
        return new PolicyPlan(
                chance.between(1, 3),
                chance.between(1, 3),
                chance.between(50, 100),
                15,
                chance.between(60, 120),
                chance.between(4, 8),
                chance.between(1, 3),
                3,
                chance.happens(40) ? chance.between(1, 3) : MANY_QUESTIONS,
                chance.happens(95));
    }

    private static List<ZonePlan> zones(Chance chance) {
        int count = chance.happens(30) ? 2 : 1;
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> zone(chance.concerning("zone " + number), number))
                .toList();
    }

    private static ZonePlan zone(Chance chance, int number) {
        List<HostPlan> hosts = new ArrayList<>();
        int count = chance.between(2, 5);
        for (int host = 1; host <= count; host++) {
            hosts.add(host(chance.concerning("host " + host), number, host));
        }
        return new ZonePlan("zone-" + number, hosts);
    }

    private static HostPlan host(Chance chance, int zone, int number) {
        List<VmPlan> vms = new ArrayList<>();
        int left = HOST_GIBIBYTES;
        int most = chance.between(1, 7);
        for (int vm = 1; vm <= most; vm++) {
            int size = chance.between(1, 8);
            if (size <= left) {
                left -= size;
                vms.add(new VmPlan(
                        zone * 1000 + number * 10 + vm,
                        size,
                        state(chance),
                        chance.between(100, 250),
                        chance.happens(12)));
            }
        }
        String name = "z" + zone + "h" + number;
        return new HostPlan(name, HOST_GIBIBYTES, chance.between(500, 10_000), vms);
    }

    private static VmState state(Chance chance) {
        return chance.happens(92)
                ? VmState.RUNNING
                : chance.oneOf(List.of(VmState.PAUSED, VmState.SHUT_OFF, VmState.MIGRATED_AWAY));
    }

    private static List<IntentPlan> intents(Chance chance, List<ZonePlan> zones, int chaosMs) {
        return zones.stream()
                .flatMap(zone -> new IntentPlans(chance.concerning(zone.name()), zone, () -> policy(chance), chaosMs)
                        .all().stream())
                .sorted(Comparator.comparingLong(IntentPlan::atMs))
                .toList();
    }

    private static List<Fault> faults(Chance chance, int nodes, List<ZonePlan> zones, int chaosMs) {
        List<String> nodeNames =
                IntStream.rangeClosed(1, nodes).mapToObj(Scenarios::node).toList();
        List<String> zoneNames = zones.stream().map(ZonePlan::name).toList();
        List<String> hostNames = zones.stream()
                .flatMap(zone -> zone.hosts().stream())
                .map(HostPlan::name)
                .toList();
        int count = chance.between(FAULTS_LEAST, FAULTS_MOST);
        return Stream.generate(() -> chance.oneOf(KINDS))
                .limit(count)
                .map(kind -> new Fault(
                        chance.between(1_000, chaosMs),
                        kind,
                        chance.oneOf(
                                switch (kind.target()) {
                                    case NODE -> nodeNames;
                                    case ZONE -> zoneNames;
                                    case HOST -> hostNames;
                                }),
                        lasting(chance, kind)))
                .sorted(Comparator.comparingLong(Fault::atMs))
                .toList();
    }

    private static long lasting(Chance chance, FaultKind kind) {
        int sign = chance.happens(50) ? 1 : -1;
        return switch (kind) {
            case NODE_CLOCK_OFF, AGENT_CLOCK_OFF -> (long) sign * chance.between(50, 950);
            case NODE_CLOCK_FAR_OFF, AGENT_CLOCK_FAR_OFF -> (long) sign * chance.between(5_000, 120_000);
            case COMMANDS_LATE, LOG_SLOW, REPORT_OVERTAKEN -> chance.between(2_000, 30_000);
            case AGENT_KILLED, AGENT_STOPPED, AGENT_CUT_OFF, AGENT_HEARS_NOTHING, AGENT_IS_NOT_HEARD ->
                chance.happens(10) ? chance.between(60_000, 180_000) : chance.between(1_000, 45_000);
            default -> chance.between(1_000, 45_000);
        };
    }
}
