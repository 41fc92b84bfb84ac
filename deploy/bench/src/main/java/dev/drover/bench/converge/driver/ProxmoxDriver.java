package dev.drover.bench.converge.driver;

import dev.drover.bench.converge.guest.Act;
import dev.drover.bench.converge.guest.Driver;
import dev.drover.bench.converge.guest.Sight;
import dev.drover.bench.converge.guest.Task;
import java.util.List;

/**
 * Proxmox VE's rule ({@code PVE/QemuMigrate.pm}, the loop over {@code query-migrate}, and {@code
 * increase_migrate_downtime}; {@code migrate_downtime} in {@code PVE/QemuServer.pm}): 100 ms to begin with, and twice as
 * much each time that there was more to send than at the sight before for more than five times, up to QEMU's 2000 s. It
 * knows no blackout objective, no end, and no post-copy.
 */
record ProxmoxDriver(Task task, double limit, double lastRemaining, int more) implements Driver {
    private static final double FIRST_LIMIT = 0.1;
    private static final double MOST_LIMIT = 2000;
    private static final int PATIENCE = 5;

    static Driver of(Task task) {
        return new ProxmoxDriver(task, FIRST_LIMIT, Double.POSITIVE_INFINITY, 0);
    }

    @Override
    public List<Act> first() {
        return Starting.with(task, limit);
    }

    @Override
    public Turn next(Sight sight) {
        int seen = sight.remaining() > lastRemaining ? more + 1 : more;
        if (seen > PATIENCE) {
            double doubled = Math.min(MOST_LIMIT, limit * 2);
            return Turn.of(new Act.Limit(doubled), new ProxmoxDriver(task, doubled, sight.remaining(), 0));
        }
        return Turn.none(new ProxmoxDriver(task, limit, sight.remaining(), seen));
    }
}
