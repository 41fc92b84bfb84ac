package dev.drover.bench.converge.driver;

import dev.drover.bench.converge.guest.Act;
import dev.drover.bench.converge.guest.Driver;
import dev.drover.bench.converge.guest.Sight;
import dev.drover.bench.converge.guest.Task;
import java.util.List;
import java.util.stream.Stream;

/**
 * oVirt's migration policies (oVirt engine, configuration value {@code MigrationPolicies}), as VDSM carries them out
 * ({@code lib/vdsm/virt/migration.py}, {@code MonitorThread}): every 10 s it looks, and when a new iteration has begun it
 * takes the next item whose iteration has passed. All begin at 100 ms with auto-converge; "minimal downtime" goes to 500
 * ms and then gives up, "suspend workload if needed" goes to 5 s first, "post-copy" goes to 200 ms and then over.
 *
 * @param items that are left
 * @param lastRound in which it looked
 * @param nextLook when it looks again
 */
record OvirtDriver(Task task, List<Item> items, long lastRound, double nextLook) implements Driver {
    private static final double FIRST_LIMIT = 0.1;
    private static final double INTERVAL = 10;
    private static final List<Item> DOWNTIMES =
            List.of(limit(1, 0.15), limit(2, 0.2), limit(3, 0.3), limit(4, 0.4), limit(6, 0.5));
    private static final Item GIVE_UP = new Item(0, new Act.Abort());

    /** What to do once more than so many iterations have begun after the first. */
    record Item(int iterations, Act act) {}

    static Driver minimalDowntime(Task task) {
        return begin(task, Stream.concat(DOWNTIMES.stream(), Stream.of(GIVE_UP)).toList());
    }

    static Driver suspendIfNeeded(Task task) {
        return begin(
                task,
                Stream.concat(DOWNTIMES.stream(), Stream.of(limit(0, 5), GIVE_UP))
                        .toList());
    }

    static Driver postCopy(Task task) {
        return begin(
                task,
                Stream.concat(DOWNTIMES.stream().limit(2), Stream.of(new Item(0, new Act.PostCopy()), GIVE_UP))
                        .toList());
    }

    @Override
    public List<Act> first() {
        return Starting.with(task, FIRST_LIMIT);
    }

    @Override
    public Turn next(Sight sight) {
        if (sight.seconds() < nextLook) {
            return Turn.none(this);
        }
        boolean begun = sight.round() > lastRound;
        boolean due = begun && !items.isEmpty() && items.getFirst().iterations() < sight.round() - 1;
        List<Item> left = due ? items.subList(1, items.size()) : items;
        Driver then = new OvirtDriver(task, left, sight.round(), sight.seconds() + INTERVAL);
        return due ? Turn.of(items.getFirst().act(), then) : Turn.none(then);
    }

    private static Driver begin(Task task, List<Item> items) {
        return new OvirtDriver(task, items, 1, INTERVAL);
    }

    private static Item limit(int iterations, double seconds) {
        return new Item(iterations, new Act.Limit(seconds));
    }
}
