package dev.drover.bench.converge.driver;

import dev.drover.bench.converge.guest.Act;
import dev.drover.bench.converge.guest.Driver;
import dev.drover.bench.converge.guest.Sight;
import dev.drover.bench.converge.guest.Task;
import java.util.List;
import java.util.stream.Stream;

/**
 * KubeVirt's newer rules, behind the feature gate {@code MigrationStallDetection} (alpha in 1.9; the same file, {@code
 * handleStallDetection}). At the beginning of each iteration: it stalls when it has no 4 % less to send than the least
 * that is older than 150 s. From then on, when it comes within 4 % of the least ever seen, it switches to post-copy where
 * that is allowed; else it allows the most downtime, 900 ms, if the stop would take at most half as long again, and gives
 * up if not. What passes for the least is relaxed in ever shorter times, each half the one before.
 *
 * @param history of what there was to send at the beginning of iterations, with its time
 * @param stalled when it began to stall, with the times of relaxation
 */
record KubevirtStallDriver(Task task, List<Seen> history, Stall stalled, boolean switching) implements Driver {
    private static final double QEMU_LIMIT = 0.3;
    private static final double MOST_DOWNTIME = 0.9;
    private static final double FACTOR = 1.5;
    private static final double MARGIN = 0.04;
    private static final double WINDOW = 150;
    private static final double TIMEOUT_A_GIBIBYTE = 150;
    private static final int REMEMBERED = 256;

    /** So much was to be sent then. */
    record Seen(double seconds, double remaining) {}

    /** Whether it stalls, what is the best to hope for, and when that is relaxed. */
    record Stall(boolean began, double best, double relaxAt, double patience) {
        static final Stall NONE = new Stall(false, 0, 0, WINDOW);

        Stall relaxed(double now, double next) {
            return now < relaxAt ? this : new Stall(true, next, now + patience / 2, patience / 2);
        }
    }

    static Driver of(Task task) {
        return new KubevirtStallDriver(task, List.of(), Stall.NONE, false);
    }

    @Override
    public List<Act> first() {
        return Starting.with(task, QEMU_LIMIT);
    }

    @Override
    public Turn next(Sight sight) {
        if (sight.seconds() > TIMEOUT_A_GIBIBYTE * task.guest().gibibytes()) {
            return Turn.of(task.consents().postCopy() ? new Act.PostCopy() : new Act.Abort(), this);
        }
        return sight.roundBegins() && !switching ? atIteration(sight) : Turn.none(this);
    }

    private Turn atIteration(Sight sight) {
        Stall stall = stalled.began() ? stalled.relaxed(sight.seconds(), sight.remaining()) : detect(sight);
        List<Seen> seen = Stream.concat(history.stream(), Stream.of(new Seen(sight.seconds(), sight.remaining())))
                .toList();
        List<Seen> kept = seen.subList(Math.max(0, seen.size() - REMEMBERED), seen.size());
        Driver then = new KubevirtStallDriver(task, kept, stall, false);
        return stall.began() && sight.remaining() <= stall.best() * (1 + MARGIN) ? act(sight, then) : Turn.none(then);
    }

    private Stall detect(Sight sight) {
        double least = least(sight.seconds() - WINDOW);
        boolean stalls = sight.remaining() >= least * (1 - MARGIN);
        return stalls ? new Stall(true, least(sight.seconds()), sight.seconds() + WINDOW, WINDOW) : Stall.NONE;
    }

    /** Infinite where there is nothing that old: then nothing stalls. */
    private double least(double until) {
        return history.stream()
                .filter(seen -> seen.seconds() <= until)
                .mapToDouble(Seen::remaining)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private Turn act(Sight sight, Driver then) {
        double stop = sight.remaining() / sight.bytesPerSecond();
        if (task.consents().postCopy()) {
            return Turn.of(new Act.PostCopy(), then);
        }
        return stop <= MOST_DOWNTIME * FACTOR
                ? Turn.of(new Act.Limit(MOST_DOWNTIME), new KubevirtStallDriver(task, history, stalled, true))
                : Turn.of(new Act.Abort(), then);
    }
}
