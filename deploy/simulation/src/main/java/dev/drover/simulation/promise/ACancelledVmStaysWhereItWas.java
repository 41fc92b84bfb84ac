package dev.drover.simulation.promise;

import dev.drover.schema.event.MigrationCancelled;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.fleet.Fleet;
import dev.drover.simulation.fleet.SimJob;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** I18: when a migration is said to be cancelled, its guest is at the source, and nothing sends it anywhere. */
final class ACancelledVmStaysWhereItWas implements Promise {
    private final Fleet fleet;
    private final Ledgers ledgers = new Ledgers();
    private final Set<VmId> gone = new TreeSet<>();

    ACancelledVmStaysWhereItWas(Truth truth) {
        this.fleet = truth.fleet();
    }

    @Override
    public String id() {
        return "I18";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        List<String> broken = new ArrayList<>();
        switch (happening) {
            case Happening.Destroyed destroyed -> gone.add(destroyed.vm());
            case Happening.MemoryLost lost -> gone.add(lost.vm());
            case Happening.Committed committed -> {
                Ledger ledger = ledgers.of(committed.zone());
                for (EventMessage event : committed.events()) {
                    ledger.add(event.event());
                    if (event.event() instanceof MigrationCancelled cancelled) {
                        ledger.find(cancelled.migration()).ifPresent(course -> check(course, cancelled, broken));
                    }
                }
            }
            default -> {}
        }
        return broken;
    }

    private void check(Course course, MigrationCancelled cancelled, List<String> broken) {
        VmId vm = course.vm();
        boolean stays = isAlive(course.source(), vm) && !isAlive(course.destination(), vm);
        boolean leaves = fleet.jobs().stream().map(SimJob::vm).anyMatch(vm::equals);
        if (leaves || (!stays && !gone.contains(vm))) {
            broken.add("vm " + vm + (leaves ? " is on its way" : " is not alive at " + course.source() + " alone")
                    + " when it is said: " + cancelled);
        }
    }

    private boolean isAlive(HostId host, VmId vm) {
        return fleet.host(host)
                .flatMap(there -> there.state(vm))
                .filter(state -> state == VmState.RUNNING || state == VmState.PAUSED)
                .isPresent();
    }
}
