package dev.drover.simulation.promise;

import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.fleet.Fleet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** I17: an evacuation is not said to be done while anything of a guest is on the host, and names all that is left. */
final class ADrainIsDoneWhenTheHostIsEmpty extends EventPromise {
    private final Fleet fleet;

    ADrainIsDoneWhenTheHostIsEmpty(Truth truth) {
        this.fleet = truth.fleet();
    }

    @Override
    public String id() {
        return "I17";
    }

    @Override
    List<String> brokenBy(Ledger before, EventMessage event) {
        List<String> broken = new ArrayList<>();
        if (event.event() instanceof IntentEnded ended) {
            before.drains(ended.intent()).forEach(host -> check(host, ended, broken));
        }
        return broken;
    }

    private void check(HostId host, IntentEnded ended, List<String> broken) {
        if (ended.outcome() == IntentOutcome.CANCELLED) {
            return;
        }
        Set<VmId> named = new TreeSet<>();
        ended.left().forEach(left -> named.add(left.vm()));
        for (VmFacts vm : fleet.inventory(host).vms()) {
            boolean done = ended.outcome() == IntentOutcome.COMPLETED;
            if (done || !named.contains(vm.vm())) {
                broken.add(ended.intent() + " ended " + ended.outcome() + " while " + host + " has " + vm);
            }
        }
    }
}
