package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.id.HostId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses which waiting migrations start now: in the order of the plan, within what each host and its card allow. */
final class DispatchStep {
    private DispatchStep() {}

    static List<Migration> startable(Turn turn) {
        Map<HostId, Integer> out = new HashMap<>();
        Map<HostId, Integer> in = new HashMap<>();
        List<Migration> chosen = new ArrayList<>();
        turn.state().migrations().underWay(one -> one.phase().mayTransfer()).forEach(one -> count(one, out, in));
        turn.state().migrations().underWay(one -> isReady(turn, one)).forEach(one -> {
            boolean room = fits(turn, out, one.plan().source(), turn.policy().parallelOut())
                    && fits(turn, in, one.plan().destination(), turn.policy().parallelIn());
            if (room) {
                count(one, out, in);
                chosen.add(one);
            }
        });
        return chosen;
    }

    /** However many are allowed, each needs a rate of its own. */
    private static boolean fits(Turn turn, Map<HostId, Integer> taken, HostId host, int limit) {
        return taken.getOrDefault(host, 0) < Math.min(limit, Links.slots(turn, host));
    }

    private static boolean isReady(Turn turn, Migration migration) {
        return migration.phase() == MigrationPhase.QUEUED && !migration.dueAt().isAfter(turn.now());
    }

    private static void count(Migration migration, Map<HostId, Integer> out, Map<HostId, Integer> in) {
        out.merge(migration.plan().source(), 1, Integer::sum);
        in.merge(migration.plan().destination(), 1, Integer::sum);
    }
}
