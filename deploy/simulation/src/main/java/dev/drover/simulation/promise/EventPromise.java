package dev.drover.simulation.promise;

import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;

/** A promise about single events, each held against what the log had said before it. */
abstract class EventPromise implements Promise {
    private final Ledgers ledgers = new Ledgers();

    @Override
    public final List<String> brokenBy(Happening happening) {
        if (!(happening instanceof Happening.Committed committed)) {
            return List.of();
        }
        List<String> broken = new ArrayList<>();
        Ledger ledger = ledgers.of(committed.zone());
        for (EventMessage event : committed.events()) {
            broken.addAll(brokenBy(ledger, event));
            ledger.add(event.event());
        }
        return broken;
    }

    /** What breaks it in {@code event}, before which the log amounted to {@code before}. */
    abstract List<String> brokenBy(Ledger before, EventMessage event);
}
