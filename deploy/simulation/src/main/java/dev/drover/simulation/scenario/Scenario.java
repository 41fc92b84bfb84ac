package dev.drover.simulation.scenario;

import java.time.Duration;
import java.util.List;

/**
 * All that makes one simulation differ from another. The same scenario gives the same log, byte by byte.
 *
 * @param seed of all luck that the scenario does not spell out, such as how long a message takes
 * @param nodes how many schedulers there are
 * @param chaosMs how long faults happen; what still lasts then is healed
 */
public record Scenario(
        long seed,
        int nodes,
        long chaosMs,
        PolicyPlan policy,
        List<ZonePlan> zones,
        List<IntentPlan> intents,
        List<Fault> faults) {
    /** Copies the lists. */
    public Scenario {
        zones = List.copyOf(zones);
        intents = List.copyOf(intents);
        faults = List.copyOf(faults);
    }

    /** How long faults happen. */
    public Duration chaos() {
        return Duration.ofMillis(chaosMs);
    }

    /** When the last intent is asked for, which may be after all faults. */
    public Duration lastAsked() {
        return Duration.ofMillis(
                intents.stream().mapToLong(IntentPlan::atMs).max().orElse(0));
    }

    /** The same with other zones. */
    public Scenario withZones(List<ZonePlan> others) {
        return new Scenario(seed, nodes, chaosMs, policy, others, intents, faults);
    }

    /** The same with other intents. */
    public Scenario withIntents(List<IntentPlan> others) {
        return new Scenario(seed, nodes, chaosMs, policy, zones, others, faults);
    }

    /** The same with other faults. */
    public Scenario withFaults(List<Fault> others) {
        return new Scenario(seed, nodes, chaosMs, policy, zones, intents, others);
    }
}
