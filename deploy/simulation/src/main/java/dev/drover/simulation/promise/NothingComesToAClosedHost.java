package dev.drover.simulation.promise;

import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.HostId;
import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** I8: no guest is placed on, or sent to, a host that is being emptied, is cordoned or can't be trusted. */
final class NothingComesToAClosedHost implements Promise {
    private final Ledgers ledgers = new Ledgers();

    @Override
    public String id() {
        return "I8";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        if (!(happening instanceof Happening.Committed committed)) {
            return List.of();
        }
        List<String> broken = new ArrayList<>();
        Ledger ledger = ledgers.of(committed.zone());
        for (EventMessage event : committed.events()) {
            destination(ledger, event.event())
                    .ifPresent(host -> closed(ledger, host)
                            .ifPresent(why -> broken.add(host + why + ", and yet: " + event.event())));
            ledger.add(event.event());
        }
        return broken;
    }

    private static Optional<String> closed(Ledger ledger, HostId host) {
        return ledger.isDraining(host)
                ? Optional.of(" is being emptied")
                : ledger.isCordoned(host)
                        ? Optional.of(" is cordoned")
                        : ledger.isQuarantined(host) ? Optional.of(" has a wrong clock") : Optional.empty();
    }

    private static Optional<HostId> destination(Ledger ledger, ZoneEvent event) {
        return switch (event) {
            case MigrationPlanned plan -> Optional.of(plan.destination());
            case MigrationDispatched sent -> ledger.find(sent.migration()).map(Course::destination);
            default -> Optional.empty();
        };
    }
}
