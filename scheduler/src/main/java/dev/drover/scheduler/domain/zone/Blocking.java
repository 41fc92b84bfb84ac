package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.event.VmUnblocked;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;

/** Says what stands against a vm's move, as long as there is an intent that wants to know. */
final class Blocking {
    private Blocking() {}

    static void block(Turn turn, Migration migration, String why) {
        block(turn, migration.plan().intent(), migration.plan().vm(), why);
    }

    static void block(Turn turn, IntentId intent, VmId vm, String why) {
        boolean asked = turn.state()
                .intents()
                .task(intent)
                .filter(task -> task.allows(VmBlocked.class))
                .isPresent();
        if (asked) {
            turn.record(new VmBlocked(intent, vm, why));
        }
    }

    /** What stood against it is gone, by {@code by}: it is planned for anew. */
    static void unblock(Turn turn, Migration migration, IntentId by) {
        IntentId intent = migration.plan().intent();
        VmId vm = migration.plan().vm();
        boolean blocked = turn.state()
                .intents()
                .task(intent)
                .filter(task -> task.allows(VmUnblocked.class))
                .filter(task -> task.blocked().containsKey(vm))
                .isPresent();
        if (blocked) {
            turn.record(new VmUnblocked(intent, vm, by));
        }
    }
}
