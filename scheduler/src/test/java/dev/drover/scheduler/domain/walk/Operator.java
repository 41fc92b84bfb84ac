package dev.drover.scheduler.domain.walk;

import dev.drover.scheduler.domain.intent.IntentPhase;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.intent.ResumeIntent;
import dev.drover.schema.intent.ThawZone;
import dev.drover.schema.intent.UncordonHost;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody who looks at the fleet and says truly what is there, and who takes back his brakes in the end. */
final class Operator {
    private final ModelFleet fleet;
    private int asked;

    Operator(ModelFleet fleet) {
        this.fleet = fleet;
    }

    IntentId next() {
        return new IntentId("i-" + ++asked);
    }

    /** What it takes for everything to go on by itself. */
    List<Intent> putRight(ZoneState state) {
        List<Intent> intents = new ArrayList<>();
        state.rules().frozenBy().ifPresent(by -> intents.add(new ThawZone(next())));
        state.inventory().cordoned().keySet().forEach(host -> intents.add(new UncordonHost(next(), host)));
        state.intents().open().stream()
                .filter(task -> task.phase() == IntentPhase.PAUSED)
                .forEach(task -> intents.add(new ResumeIntent(next(), task.id())));
        state.migrations()
                .underWay(one -> one.phase() == MigrationPhase.NEEDS_OPERATOR)
                .forEach(one -> resolve(one).ifPresent(intents::add));
        return intents;
    }

    /** What he finds where the migration's two ends contradict each other; nothing while its guest still moves. */
    Optional<Intent> resolve(Migration migration) {
        if (fleet.job(migration.plan().vm()).isPresent()) {
            return Optional.empty();
        }
        OperatorVerdict verdict =
                lives(fleet.facts(migration.plan().source()).vm(migration.plan().vm()))
                        ? OperatorVerdict.AT_SOURCE
                        : lives(fleet.facts(migration.plan().destination())
                                        .vm(migration.plan().vm()))
                                ? OperatorVerdict.AT_DESTINATION
                                : OperatorVerdict.LOST;
        if (verdict == OperatorVerdict.AT_DESTINATION) {
            fleet.undefine(migration.plan().source(), migration.plan().vm());
        }
        return Optional.of(new ResolveMigration(next(), migration.id(), verdict, "seen with virsh"));
    }

    private static boolean lives(Optional<VmFacts> vm) {
        return vm.filter(facts -> facts.state() != VmState.MIGRATED_AWAY).isPresent();
    }
}
