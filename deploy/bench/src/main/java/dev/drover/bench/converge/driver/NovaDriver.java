package dev.drover.bench.converge.driver;

import dev.drover.bench.converge.guest.Act;
import dev.drover.bench.converge.guest.Driver;
import dev.drover.bench.converge.guest.Sight;
import dev.drover.bench.converge.guest.Task;
import java.util.List;

/**
 * OpenStack Nova's rules with their default figures ({@code nova/virt/libvirt/migration.py}, {@code downtime_steps} and
 * {@code should_trigger_timeout_action}; {@code nova/conf/libvirt.py}): the downtime limit rises in ten steps from 50 to
 * 500 ms, one every 75 s a GiB; after 800 s a GiB, a guest counting for two at least, the migration is aborted, or forced
 * into post-copy where that is permitted. Auto-converge is used only where post-copy isn't permitted.
 */
record NovaDriver(Task task, int step) implements Driver {
    private static final int STEPS = 10;
    private static final double MOST_SECONDS = 0.5;
    private static final double DELAY_A_GIBIBYTE = 75;
    private static final double TIMEOUT_A_GIBIBYTE = 800;
    private static final int LEAST_GIBIBYTES = 2;

    static Driver of(Task task) {
        return new NovaDriver(task, 0);
    }

    @Override
    public List<Act> first() {
        Act limit = new Act.Limit(limitAt(0));
        boolean slows = task.consents().autoConverge() && !task.consents().postCopy();
        return slows ? List.of(limit, new Act.SlowDown()) : List.of(limit);
    }

    @Override
    public Turn next(Sight sight) {
        if (sight.seconds() > TIMEOUT_A_GIBIBYTE * gibibytes()) {
            return Turn.of(task.consents().postCopy() ? new Act.PostCopy() : new Act.Abort(), this);
        }
        int due = Math.min(STEPS, (int) (sight.seconds() / (DELAY_A_GIBIBYTE * gibibytes())));
        return due > step ? Turn.of(new Act.Limit(limitAt(due)), new NovaDriver(task, due)) : Turn.none(this);
    }

    private double gibibytes() {
        return Math.max(LEAST_GIBIBYTES, task.guest().gibibytes());
    }

    private static double limitAt(int step) {
        double first = MOST_SECONDS / STEPS;
        return first + step * (MOST_SECONDS - first) / STEPS;
    }
}
