package dev.drover.simulation.promise;

import dev.drover.schema.inventory.VmState;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;

/** I21: in the end no migration runs or is promised anything, no guest is half-way, and no agent waits for anything. */
final class NothingLeaks implements Promise {
    private final Truth truth;
    private final Ledgers ledgers = new Ledgers();

    NothingLeaks(Truth truth) {
        this.truth = truth;
    }

    @Override
    public String id() {
        return "I21";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        return switch (happening) {
            case Happening.Committed committed -> {
                committed.events().forEach(event -> ledgers.of(committed.zone()).add(event.event()));
                yield List.of();
            }
            case Happening.Ended ended when ended.quiet() -> leaks();
            default -> List.of();
        };
    }

    private List<String> leaks() {
        List<String> leaks = new ArrayList<>(truth.leftovers().get());
        truth.fleet().jobs().forEach(job -> leaks.add("a migration of vm " + job.vm() + " runs"));
        ledgers.all().forEach(ledger -> ledger.open().forEach(open -> leaks.add(open + " is not over")));
        truth.fleet()
                .hosts()
                .forEach(host -> host.facts().vms().stream()
                        .filter(vm -> vm.state() == VmState.INCOMING)
                        .forEach(vm -> leaks.add("vm " + vm.vm() + " is half-way on " + host.host())));
        return leaks;
    }
}
