package dev.drover.simulation.scenario;

import dev.drover.schema.intent.Priority;
import dev.drover.schema.intent.ReturnPolicy;
import dev.drover.simulation.time.Chance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Makes up what the operators of one zone ask for: above all that hosts be emptied, and much that gets in the way. */
final class IntentPlans {
    private static final int OTHER_LEAST = 8;
    private static final int OTHER_MOST = 16;
    private static final int MOST_RACK_CHANGES = 4;

    private final Chance chance;
    private final ZonePlan zone;
    private final Supplier<PolicyPlan> policies;
    private final int lastMs;
    private final List<IntentPlan> plans = new ArrayList<>();
    private final List<String> lasting = new ArrayList<>();
    private final List<Integer> vms;
    private int wishes;

    IntentPlans(Chance chance, ZonePlan zone, Supplier<PolicyPlan> policies, int chaosMs) {
        this.chance = chance;
        this.zone = zone;
        this.policies = policies;
        this.lastMs = chaosMs * 2 / 3;
        this.vms = zone.hosts().stream()
                .flatMap(host -> host.vms().stream())
                .map(VmPlan::number)
                .toList();
    }

    List<IntentPlan> all() {
        racks();
        evacuations();
        int others = chance.between(OTHER_LEAST, OTHER_MOST);
        for (int other = 0; other < others; other++) {
            other(chance.between(2_000, lastMs));
        }
        List.copyOf(plans).stream()
                .filter(plan -> chance.happens(10))
                .forEach(plan -> plans.add(
                        new IntentPlan(plan.atMs() + chance.between(10, 30_000), plan.zone(), plan.id(), plan.wish())));
        plans.sort(Comparator.comparingLong(IntentPlan::atMs));
        return plans;
    }

    /** None at all, or some first and others now and then, while migrations cross their uplinks. */
    private void racks() {
        if (chance.happens(50)) {
            racks(chance.between(500, 20_000));
            int changes = chance.between(0, MOST_RACK_CHANGES);
            for (int change = 0; change < changes; change++) {
                racks(chance.between(20_000, lastMs));
            }
        }
    }

    private void racks(int at) {
        List<String> names = zone.hosts().stream().map(HostPlan::name).toList();
        int middle = chance.between(1, names.size() - 1);
        wish(
                at,
                new Wish.Racks(List.of(
                        new Wish.RackPlan("r1", names.subList(0, middle), chance.between(1_000, 20_000)),
                        new Wish.RackPlan("r2", names.subList(middle, names.size()), chance.between(1_000, 20_000)))));
    }

    private void evacuations() {
        int count = chance.between(5, 9);
        for (int number = 1; number <= count; number++) {
            int at = chance.between(2_000, lastMs);
            int asked = chance.happens(8) ? 1 : number;
            String id = zone.name() + "-drain-" + asked;
            plans.add(new IntentPlan(at, zone.name(), id, evacuation(at)));
            lasting.add(id);
            if (chance.happens(60)) {
                wish(at + chance.between(20_000, 150_000), new Wish.Release(id));
            }
        }
    }

    private Wish evacuation(int at) {
        Terms terms = chance.happens(50) ? Terms.PLAIN : terms(at);
        if (chance.happens(8)) {
            return new Wish.EvacuateRack("r" + chance.between(1, 2), terms);
        }
        String first = chance.happens(5) ? "nowhere" : host();
        String second = host();
        return new Wish.Evacuate(
                chance.happens(25) && !second.equals(first) ? List.of(first, second) : List.of(first), terms);
    }

    private Terms terms(int at) {
        long from = Math.max(0, at + chance.between(-10_000, 40_000));
        boolean window = chance.happens(50);
        return new Terms(
                window ? OptionalLong.of(from) : OptionalLong.empty(),
                window ? OptionalLong.of(from + chance.between(5_000, 150_000)) : OptionalLong.empty(),
                chance.happens(40)
                        ? OptionalLong.of(Math.max(from, at) + chance.between(1_000, 120_000))
                        : OptionalLong.empty(),
                chance.oneOf(List.of(Priority.values())),
                chance.oneOf(List.of(ReturnPolicy.values())));
    }

    private void other(int at) {
        switch (chance.between(1, 20)) {
            case 1, 2, 3, 4 -> migrate(at);
            case 5, 6 -> {
                String target = intent();
                wish(at, new Wish.Pause(target));
                wish(at + chance.between(1_000, 40_000), new Wish.Resume(target));
            }
            case 7 -> wish(at, new Wish.Cancel(intent()));
            case 8, 9 -> vm().ifPresent(vm -> wish(at, new Wish.CancelMigrationOf(vm)));
            case 10, 11 -> vm().ifPresent(vm -> wish(at, new Wish.RetryMigrationOf(vm)));
            case 12, 13 -> wish(at, new Wish.Resolve());
            case 14, 15 -> {
                String host = host();
                wish(at, new Wish.Cordon(host));
                wish(at + chance.between(1_000, 60_000), new Wish.Uncordon(host));
            }
            case 16 -> {
                wish(at, new Wish.Freeze());
                wish(at + chance.between(1_000, 30_000), new Wish.Thaw());
            }
            case 17 -> wish(at, new Wish.ForgetEmptyHost(host(), chance.between(2_000, 30_000)));
            case 18 -> vm().ifPresent(vm -> wish(at, new Wish.DestroyVm(vm)));
            case 19 -> wish(at, new Wish.Policy(policies.get()));
            default -> wish(at, new Wish.Release(intent()));
        }
    }

    private void migrate(int at) {
        vm().ifPresent(vm -> {
            Optional<String> to = chance.happens(60) ? Optional.of(host()) : Optional.empty();
            lasting.add(wish(at, new Wish.Migrate(vm, to)));
        });
    }

    private String wish(int at, Wish wish) {
        String id = zone.name() + "-wish-" + ++wishes;
        plans.add(new IntentPlan(at, zone.name(), id, wish));
        return id;
    }

    private String host() {
        return chance.oneOf(zone.hosts()).name();
    }

    private Optional<Integer> vm() {
        return vms.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(vms));
    }

    private String intent() {
        return chance.happens(5) ? "nobody-asked" : chance.oneOf(lasting);
    }
}
