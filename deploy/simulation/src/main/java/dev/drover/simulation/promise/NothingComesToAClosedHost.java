package dev.drover.simulation.promise;

import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.HostId;
import dev.drover.schema.message.EventMessage;
import java.util.List;
import java.util.Optional;

/** I8: no guest is placed on, or sent to, a host that is being emptied, is cordoned or can't be trusted. */
final class NothingComesToAClosedHost extends EventPromise {
    @Override
    public String id() {
        return "I8";
    }

    @Override
    List<String> brokenBy(Ledger before, EventMessage event) {
        return destination(before, event.event())
                .flatMap(host -> closed(before, host).map(why -> host + why + ", and yet: " + event.event()))
                .stream()
                .toList();
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
