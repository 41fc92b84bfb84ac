package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.intent.IntentPhase;
import dev.drover.scheduler.domain.intent.Task;
import dev.drover.scheduler.domain.plan.PlanProposal;
import dev.drover.scheduler.domain.plan.PlanProposal.Move;
import dev.drover.scheduler.domain.plan.PlanProposal.Stuck;
import dev.drover.scheduler.domain.plan.Urgency;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import java.util.Optional;

/**
 * Judges a plan that was made for an earlier state: each item is taken or dropped by what is so now. What is dropped is
 * planned for again.
 */
final class ProposalStep {
    private ProposalStep() {}

    static void run(Turn turn, PlanProposal plan) {
        Claims claims = Claims.of(turn.state());
        for (PlanProposal.Item item : plan.items()) {
            if (isWanted(turn, item)) {
                switch (item) {
                    case Move move -> move(turn, claims, move);
                    case Stuck stuck -> stuck(turn, claims, stuck);
                }
            }
        }
    }

    /** The intent goes on, and nobody has decided about the vm meanwhile. */
    private static boolean isWanted(Turn turn, PlanProposal.Item item) {
        return turn.state()
                        .intents()
                        .task(item.intent())
                        .filter(task -> task.phase() == IntentPhase.ACTIVE && Urgency.mayStart(task, turn.now()))
                        .filter(task -> !task.blocked().containsKey(item.vm()))
                        .filter(task -> Wanted.wants(turn.state(), task, item))
                        .isPresent()
                && turn.state().migrations().of(item.vm()).isEmpty();
    }

    private static void move(Turn turn, Claims claims, Move move) {
        Optional<VmFacts> vm = turn.state()
                .inventory()
                .vmOn(move.source(), move.vm())
                .filter(facts -> facts.canMove(turn.state().rules().disksGoAlong()))
                .filter(facts -> Obstacles.arriving(turn, claims, facts, move.source(), move.destination())
                        .isEmpty());
        vm.ifPresent(facts -> {
            turn.record(new MigrationPlanned(
                    turn.nextMigration(),
                    move.intent(),
                    facts.vm(),
                    facts.name(),
                    facts.memory(),
                    move.source(),
                    move.destination(),
                    facts.disks()));
            claims.add(move.destination(), facts.memory());
        });
    }

    private static void stuck(Turn turn, Claims claims, Stuck stuck) {
        Task task = turn.state().intents().task(stuck.intent()).orElseThrow();
        turn.state()
                .inventory()
                .vmOn(stuck.source(), stuck.vm())
                .filter(facts -> isSettled(turn, task, facts))
                .flatMap(facts -> Obstacles.leaving(turn, facts, stuck.source())
                        .or(() -> Obstacles.everywhere(
                                turn, claims, facts, stuck.source(), Wanted.destination(task, stuck))))
                .ifPresent(why -> Blocking.block(turn, stuck.intent(), stuck.vm(), why));
    }

    /** What is still coming, or going by itself, is looked at again when it has come or gone. */
    private static boolean isSettled(Turn turn, Task task, VmFacts facts) {
        return facts.state() != VmState.INCOMING
                && facts.state() != VmState.LEAVING
                && !(facts.state() == VmState.MIGRATED_AWAY && turn.state().tookAway(task.id(), facts.vm()));
    }
}
