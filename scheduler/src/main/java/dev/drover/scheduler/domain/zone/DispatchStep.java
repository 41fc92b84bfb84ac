package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.bandwidth.LinkId;
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

/** Chooses which waiting migrations are next: the most urgent first, within what each host and each link allow. */
final class DispatchStep {
    private DispatchStep() {}

    static List<Migration> next(Turn turn) {
        if (turn.state().rules().frozenBy().isPresent()) {
            return List.of();
        }
        Map<LinkId, Integer> taken = new HashMap<>();
        List<Migration> chosen = new ArrayList<>();
        turn.state().migrations().underWay(one -> takesPlace(turn, one)).forEach(one -> count(turn, one, taken));
        for (Migration one : ready(turn)) {
            if (Links.path(turn.state(), one).stream().allMatch(link -> fits(turn, taken, link))) {
                count(turn, one, taken);
                chosen.add(one);
            }
        }
        return chosen;
    }

    /** One that sends or is about to; also one that waits for an operator, as long as nobody has seen that it does not. */
    private static boolean takesPlace(Turn turn, Migration migration) {
        return migration.phase() == MigrationPhase.PREPARING
                || turn.state().leases().of(migration.id()).isPresent();
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
                && takesPart(turn, migration.plan().source())
                && takesPart(turn, migration.plan().destination())
                && task(turn, migration)
                        .filter(task -> task.phase() == IntentPhase.ACTIVE && Urgency.mayStart(task, turn.now()))
                        .isPresent();
    }

    private static boolean takesPart(Turn turn, HostId host) {
        return turn.state().inventory().outOfAction(host).isEmpty();
    }

    private static Optional<Task> task(Turn turn, Migration migration) {
        return turn.state().intents().task(migration.plan().intent());
    }

    /** However many are allowed, each needs a rate of its own on every link that it crosses. */
    private static boolean fits(Turn turn, Map<LinkId, Integer> taken, LinkId link) {
        long slots = Links.slots(turn.state(), turn.policy(), link);
        long most = switch (link.kind()) {
            case HOST -> Math.min(slots, parallel(turn, link));
            case RACK -> slots;
        };
        return taken.getOrDefault(link, 0) < most;
    }

    private static int parallel(Turn turn, LinkId card) {
        return switch (card.direction()) {
            case TX -> turn.policy().parallelOut();
            case RX -> turn.policy().parallelIn();
        };
    }

    private static void count(Turn turn, Migration migration, Map<LinkId, Integer> taken) {
        Links.path(turn.state(), migration).forEach(link -> taken.merge(link, 1, Integer::sum));
    }
}
