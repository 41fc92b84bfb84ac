package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.bandwidth.Links;
import dev.drover.scheduler.domain.intent.IntentPhase;
import dev.drover.scheduler.domain.intent.Task;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.scheduler.domain.plan.Urgency;
import dev.drover.schema.id.HostId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses which waiting migrations start now: the most urgent first, within what each host and its card allow. */
final class DispatchStep {
    private DispatchStep() {}

    static List<Migration> startable(Turn turn) {
        if (turn.state().rules().frozenBy().isPresent()) {
            return List.of();
        }
        Map<HostId, Integer> out = new HashMap<>();
        Map<HostId, Integer> in = new HashMap<>();
        List<Migration> chosen = new ArrayList<>();
        turn.state().migrations().underWay(one -> one.phase().mayTransfer()).forEach(one -> count(one, out, in));
        for (Migration one : ready(turn)) {
            boolean room = fits(turn, out, one.plan().source(), turn.policy().parallelOut())
                    && fits(turn, in, one.plan().destination(), turn.policy().parallelIn());
            if (room) {
                count(one, out, in);
                chosen.add(one);
            }
        }
        return chosen;
    }

    /** Within a task in the order of the plan. */
    private static List<Migration> ready(Turn turn) {
        return turn.state()
                .migrations()
                .underWay(one -> isReady(turn, one))
                .sorted(Comparator.comparing((Migration one) -> task(turn, one).orElseThrow(), Urgency.FIRST))
                .toList();
    }

    private static boolean isReady(Turn turn, Migration migration) {
        return migration.phase() == MigrationPhase.QUEUED
                && !migration.dueAt().isAfter(turn.now())
                && turn.state().inventory().isTrusted(migration.plan().source())
                && turn.state().inventory().isTrusted(migration.plan().destination())
                && task(turn, migration)
                        .filter(task -> task.phase() == IntentPhase.ACTIVE && Urgency.mayStart(task, turn.now()))
                        .isPresent();
    }

    private static Optional<Task> task(Turn turn, Migration migration) {
        return turn.state().intents().task(migration.plan().intent());
    }

    /** However many are allowed, each needs a rate of its own. */
    private static boolean fits(Turn turn, Map<HostId, Integer> taken, HostId host, int limit) {
        return taken.getOrDefault(host, 0) < Math.min(limit, Links.slots(turn.state(), turn.policy(), host));
    }

    private static void count(Migration migration, Map<HostId, Integer> out, Map<HostId, Integer> in) {
        out.merge(migration.plan().source(), 1, Integer::sum);
        in.merge(migration.plan().destination(), 1, Integer::sum);
    }
}
