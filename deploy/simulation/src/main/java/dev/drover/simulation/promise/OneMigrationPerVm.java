package dev.drover.simulation.promise;

import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.message.EventMessage;
import java.util.List;

/** I3: a guest has one migration in flight at most. */
final class OneMigrationPerVm extends EventPromise {
    @Override
    public String id() {
        return "I3";
    }

    @Override
    List<String> brokenBy(Ledger before, EventMessage event) {
        return event.event() instanceof MigrationPlanned plan
                ? before.active()
                        .filter(course -> course.vm().equals(plan.vm()))
                        .map(course -> "vm " + plan.vm() + " gets " + plan.migration() + " while "
                                + course.plan().migration() + " is in flight")
                        .toList()
                : List.of();
    }
}
