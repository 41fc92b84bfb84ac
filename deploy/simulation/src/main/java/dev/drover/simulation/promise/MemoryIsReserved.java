package dev.drover.simulation.promise;

import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.Bytes;
import dev.drover.simulation.fleet.SimHost;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** I6: what guests really hold on a host, and what is promised to those that are to come, never exceeds its memory. */
final class MemoryIsReserved implements Promise {
    private final Truth truth;
    private final Ledgers ledgers = new Ledgers();

    MemoryIsReserved(Truth truth) {
        this.truth = truth;
    }

    @Override
    public String id() {
        return "I6";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        return switch (happening) {
            case Happening.NoRoom full -> List.of(full.host() + " had no memory for vm " + full.vm() + " when it came");
            case Happening.Committed committed -> {
                Ledger ledger = ledgers.of(committed.zone());
                committed.events().forEach(event -> ledger.add(event.event()));
                yield committed.events().isEmpty() ? List.of() : overcommitted();
            }
            case Happening.Moved moved -> overcommitted();
            default -> List.of();
        };
    }

    private List<String> overcommitted() {
        List<String> broken = new ArrayList<>();
        for (SimHost host : truth.fleet().hosts()) {
            Bytes needed = host.used().plus(promised(host));
            if (needed.compareTo(host.memory()) > 0) {
                broken.add(host.host() + " has " + host.memory().value() + " bytes; held are "
                        + host.used().value() + " and promised "
                        + promised(host).value());
            }
        }
        return broken;
    }

    private Bytes promised(SimHost host) {
        return ledgers.all().stream()
                .flatMap(Ledger::active)
                .filter(course -> course.destination().equals(host.host()) && !isThere(host, course))
                .map(course -> course.plan().memory())
                .reduce(Bytes.ZERO, Bytes::plus);
    }

    private static boolean isThere(SimHost host, Course course) {
        Optional<VmState> state = host.state(course.vm());
        return state.filter(VmState::holdsMemory).isPresent();
    }
}
