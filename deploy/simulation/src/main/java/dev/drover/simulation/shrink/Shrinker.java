package dev.drover.simulation.shrink;

import dev.drover.simulation.scenario.Fault;
import dev.drover.simulation.scenario.HostPlan;
import dev.drover.simulation.scenario.Scenario;
import dev.drover.simulation.scenario.VmPlan;
import dev.drover.simulation.scenario.ZonePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Leaves out of a failing scenario whatever it does not need to fail: kinds of faults, single faults, intents, zones,
 * hosts, guests; over and over until nothing more can go, or until it has tried often enough.
 */
public final class Shrinker {
    private final Predicate<Scenario> fails;
    private Scenario smallest;
    private int triesLeft;

    private Shrinker(Scenario failing, Predicate<Scenario> fails, int tries) {
        this.smallest = failing;
        this.fails = fails;
        this.triesLeft = tries;
    }

    /** The smallest scenario found that {@code fails}, trying at most this often; {@code failing} itself must fail. */
    public static Scenario shrink(Scenario failing, Predicate<Scenario> fails, int tries) {
        return new Shrinker(failing, fails, tries).shrunk();
    }

    private Scenario shrunk() {
        Scenario before;
        do {
            before = smallest;
            dropKinds();
            drop(Scenario::faults, Scenario::withFaults);
            drop(Scenario::intents, Scenario::withIntents);
            drop(Scenario::zones, Scenario::withZones);
            dropHosts();
            dropVms();
        } while (!before.equals(smallest) && triesLeft > 0);
        return smallest;
    }

    private void dropKinds() {
        smallest.faults().stream()
                .map(Fault::kind)
                .distinct()
                .toList()
                .forEach(kind -> attempt(smallest.withFaults(smallest.faults().stream()
                        .filter(fault -> fault.kind() != kind)
                        .toList())));
    }

    private void dropHosts() {
        for (int zone = 0; zone < smallest.zones().size(); zone++) {
            int at = zone;
            drop(scenario -> scenario.zones().get(at).hosts(), (scenario, hosts) -> with(scenario, at, hosts));
        }
    }

    private void dropVms() {
        for (int zone = 0; zone < smallest.zones().size(); zone++) {
            for (int host = 0; host < smallest.zones().get(zone).hosts().size(); host++) {
                int atZone = zone;
                int atHost = host;
                drop(
                        scenario ->
                                scenario.zones().get(atZone).hosts().get(atHost).vms(),
                        (scenario, vms) -> with(scenario, atZone, atHost, vms));
            }
        }
    }

    /** Halves first, then smaller and smaller parts, down to single ones. */
    private <T> void drop(Function<Scenario, List<T>> part, Replacement<T> replacement) {
        int size = Math.max(1, part.apply(smallest).size() / 2);
        while (size >= 1) {
            int from = 0;
            while (from < part.apply(smallest).size()) {
                List<T> fewer = new ArrayList<>(part.apply(smallest));
                fewer.subList(from, Math.min(fewer.size(), from + size)).clear();
                if (!attempt(replacement.in(smallest, fewer))) {
                    from += size;
                }
            }
            size = size / 2;
        }
    }

    private boolean attempt(Scenario smaller) {
        if (triesLeft <= 0 || smaller.equals(smallest)) {
            return false;
        }
        triesLeft--;
        boolean still = fails.test(smaller);
        if (still) {
            smallest = smaller;
        }
        return still;
    }

    private static Scenario with(Scenario scenario, int zone, List<HostPlan> hosts) {
        List<ZonePlan> zones = new ArrayList<>(scenario.zones());
        zones.set(zone, zones.get(zone).with(hosts));
        return scenario.withZones(zones);
    }

    private static Scenario with(Scenario scenario, int zone, int host, List<VmPlan> vms) {
        List<HostPlan> hosts = new ArrayList<>(scenario.zones().get(zone).hosts());
        hosts.set(host, hosts.get(host).with(vms));
        return with(scenario, zone, hosts);
    }

    /** A scenario with some of its parts exchanged. */
    @FunctionalInterface
    private interface Replacement<T> {
        Scenario in(Scenario scenario, List<T> parts);
    }
}
