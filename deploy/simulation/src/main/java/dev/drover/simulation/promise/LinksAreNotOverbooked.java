package dev.drover.simulation.promise;

import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;

/** I5: the rates that are granted on a link never add up to more than migrations may use of it. */
final class LinksAreNotOverbooked implements Promise {
    private final LinkLoad load;
    private final Ledgers ledgers = new Ledgers();

    LinksAreNotOverbooked(Truth truth) {
        this.load = new LinkLoad(truth.scenario());
    }

    @Override
    public String id() {
        return "I5";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        if (!(happening instanceof Happening.Committed committed)) {
            return List.of();
        }
        List<String> broken = new ArrayList<>();
        Ledger ledger = ledgers.of(committed.zone());
        for (EventMessage event : committed.events()) {
            ledger.add(event.event());
            load.clear();
            ledger.sending().forEach(course -> load.add(course.source(), course.destination(), course.rate()));
            broken.addAll(load.overloaded("granted"));
        }
        return broken;
    }
}
