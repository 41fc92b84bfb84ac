package dev.drover.simulation.promise;

import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;

/** I3: a guest has one migration in flight at most. */
final class OneMigrationPerVm implements Promise {
    private final Ledgers ledgers = new Ledgers();

    @Override
    public String id() {
        return "I3";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        if (!(happening instanceof Happening.Committed committed)) {
            return List.of();
        }
        List<String> broken = new ArrayList<>();
        Ledger ledger = ledgers.of(committed.zone());
        for (EventMessage event : committed.events()) {
            if (event.event() instanceof MigrationPlanned plan) {
                ledger.active()
                        .filter(course -> course.vm().equals(plan.vm()))
                        .forEach(course -> broken.add("vm " + plan.vm() + " gets " + plan.migration() + " while "
                                + course.plan().migration() + " is in flight"));
            }
            ledger.add(event.event());
        }
        return broken;
    }
}
