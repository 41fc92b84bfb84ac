package dev.drover.bench.converge;

import dev.drover.bench.converge.driver.Rule;
import dev.drover.bench.converge.guest.Copy;
import dev.drover.bench.converge.guest.Guest;
import dev.drover.bench.converge.guest.Outcome;
import dev.drover.bench.converge.guest.Task;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One guest with what may be done to it, and how it went under each rule. */
record Cell(Allowed allowed, Task task, Map<Rule, Outcome> outcomes) {
    /** What polling once a second can't tell apart. */
    private static final double SAME_SECONDS = 1;

    private static final double SAME_SHARE = 0.01;

    static Cell run(Guest guest, Allowed allowed) {
        Task task = Matrix.task(guest, allowed);
        Map<Rule, Outcome> outcomes = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            outcomes.put(rule, Copy.run(task, rule.begin(task)));
        }
        return new Cell(allowed, task, outcomes);
    }

    Outcome of(Rule rule) {
        return Optional.ofNullable(outcomes.get(rule)).orElseThrow();
    }

    boolean kept(Rule rule) {
        return of(rule).kept(task);
    }

    /** The peer that was there first without breaking the objective. */
    Optional<Rule> fastestPeer() {
        return outcomes.keySet().stream()
                .filter(rule -> rule != Rule.DROVER && kept(rule))
                .min(Comparator.comparingDouble(rule -> of(rule).seconds()));
    }

    /** The first peer that got there by breaking the objective, where Drover left the guest alone. */
    Optional<Rule> breaker() {
        return of(Rule.DROVER).finished()
                ? Optional.empty()
                : outcomes.keySet().stream()
                        .filter(rule -> of(rule).finished() && !kept(rule))
                        .findFirst();
    }

    /** The peer that was better without breaking the objective, if one was. */
    Optional<Rule> better() {
        return fastestPeer().filter(rule -> !kept(Rule.DROVER) || isSlowerThan(rule));
    }

    /** What the peer did to the guest that Drover did not. */
    String why(Rule rule) {
        int slowed = of(rule).slowedPercent();
        int ours = of(Rule.DROVER).slowedPercent();
        return slowed > ours
                ? String.format(Locale.ROOT, "denied the guest %d %% of its time, drover %d %%", slowed, ours)
                : String.format(
                        Locale.ROOT,
                        "stopped the guest for %.0f ms, drover %.0f",
                        of(rule).blackoutSeconds() * 1000,
                        of(Rule.DROVER).blackoutSeconds() * 1000);
    }

    private boolean isSlowerThan(Rule rule) {
        double peer = of(rule).seconds();
        return of(Rule.DROVER).seconds() > peer + Math.max(SAME_SECONDS, peer * SAME_SHARE);
    }
}
