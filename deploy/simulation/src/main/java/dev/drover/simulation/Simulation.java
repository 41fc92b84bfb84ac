package dev.drover.simulation;

import dev.drover.simulation.promise.Promise;
import dev.drover.simulation.promise.Promises;
import dev.drover.simulation.promise.Truth;
import dev.drover.simulation.scenario.PolicyPlan;
import dev.drover.simulation.scenario.Scenario;
import dev.drover.simulation.scenario.Scenarios;
import dev.drover.simulation.scenario.VmPlan;
import dev.drover.simulation.scenario.Wish;
import dev.drover.simulation.time.VirtualTime;
import dev.drover.simulation.witness.Happening;
import dev.drover.simulation.witness.Onlooker;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One run: production's scheduler and the agents' judgement in a world of virtual time, on one thread. Faults for a
 * while, with every promise looked after at every step; then none any more, and everything must come to its end.
 */
public final class Simulation {
    /** When every simulation begins. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final Duration SLICE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Scenario scenario;
    private final Onlooker onlooker;
    private final MessageDigest digest = sha256();
    private final List<Violation> violations = new ArrayList<>();
    private final VirtualTime time = new VirtualTime(START, this::isUnbroken);
    private final World world;
    private final List<Promise> promises;

    private Simulation(Scenario scenario, Parts parts, Function<Truth, List<Promise>> wanted, Onlooker onlooker) {
        this.scenario = scenario;
        this.onlooker = onlooker;
        List<Promise> checkers = new ArrayList<>();
        this.promises = checkers;
        this.world = new World(scenario, time, this::saw, digest, parts);
        checkers.addAll(wanted.apply(new Truth(scenario, world.fleet(), world::leftovers)));
    }

    /** The run of this seed. */
    public static SimulationResult run(long seed) {
        return run(Scenarios.of(seed), Parts.PRODUCTION);
    }

    /** The run of this scenario, with these parts. */
    public static SimulationResult run(Scenario scenario, Parts parts) {
        return run(scenario, parts, Promises::kept, (at, happening) -> {});
    }

    /** Likewise, looking after these promises, and {@code onlooker} sees everything that happens. */
    public static SimulationResult run(
            Scenario scenario, Parts parts, Function<Truth, List<Promise>> promises, Onlooker onlooker) {
        return new Simulation(scenario, parts, promises, onlooker).result();
    }

    private SimulationResult result() {
        try {
            time.passUntil(START.plus(scenario.chaos()));
            world.heal();
            time.passUntil(START.plus(scenario.lastAsked()));
            settle();
            return told();
        } catch (VirtualTime.EndOfTime broken) {
            return told();
        }
    }

    private SimulationResult told() {
        return new SimulationResult(
                scenario.seed(),
                time.steps(),
                world.faults(),
                violations,
                HexFormat.of().formatHex(digest.digest()));
    }

    /** Until nothing is left to do at two looks in a row: an operator may begin an agent anew in between. */
    private void settle() {
        Instant limit = time.now().plus(longest());
        Instant nextLook = time.now();
        int quiet = 0;
        while (quiet < 2 && time.now().isBefore(limit)) {
            if (!time.now().isBefore(nextLook)) {
                world.putRight();
                nextLook = time.now().plus(LOOK);
            }
            time.passUntil(time.now().plus(SLICE));
            quiet = world.toDo().isEmpty() ? quiet + 1 : 0;
        }
        List<String> left = world.toDo();
        saw(new Happening.Ended(left.isEmpty(), String.join("; ", left)));
    }

    /** One vm after the other, each tried as often as it may be, each try as long as it may take; an hour at most. */
    private Duration longest() {
        List<VmPlan> vms = scenario.zones().stream()
                .flatMap(zone -> zone.hosts().stream())
                .flatMap(host -> host.vms().stream())
                .toList();
        Duration oneByOne = policies()
                .map(policy -> attempt(policy).multipliedBy((long) vms.size() * policy.attempts()))
                .max(Comparator.naturalOrder())
                .orElse(LONGEST);
        return oneByOne.compareTo(LONGEST) > 0 ? LONGEST : oneByOne.plus(GRACE);
    }

    private Stream<PolicyPlan> policies() {
        return Stream.concat(
                Stream.of(scenario.policy()),
                scenario.intents().stream()
                        .flatMap(plan -> plan.wish() instanceof Wish.Policy policy
                                ? Stream.of(policy.figures())
                                : Stream.empty()));
    }

    private static Duration attempt(PolicyPlan policy) {
        return Duration.ofSeconds(policy.giveUpAfterSeconds()
                + policy.commandLifeSeconds()
                + 4L * policy.askAfterSeconds()
                + policy.retryAfterSeconds());
    }

    private void saw(Happening happening) {
        onlooker.saw(time.now(), happening);
        if (happening instanceof Happening.Committed committed) {
            world.saw(committed);
        }
        for (Promise promise : promises) {
            promise.brokenBy(happening)
                    .forEach(what -> violations.add(
                            new Violation(promise.id(), scenario.seed(), time.steps(), time.now(), what)));
        }
    }

    private boolean isUnbroken() {
        return violations.isEmpty();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
