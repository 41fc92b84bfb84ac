package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.intent.Evacuation;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEnded.BlockedVm;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.inventory.VmFacts;
import java.util.List;

/**
 * Ends an evacuation when its host is empty and nothing is on its way there, or when all that is left on it can't be
 * moved.
 */
final class EndStep {
    private EndStep() {}

    static void run(Turn turn) {
        for (Evacuation evacuation : turn.state().intents().active()) {
            List<VmFacts> here = turn.state()
                    .inventory()
                    .host(evacuation.intent().host())
                    .orElseThrow()
                    .vms();
            boolean stuck = here.stream().allMatch(vm -> evacuation.blocked().containsKey(vm.vm()));
            if (stuck && !isWorking(turn.state(), evacuation)) {
                List<BlockedVm> left = left(turn.state(), evacuation, here);
                turn.record(new IntentEnded(
                        evacuation.intent().intent(),
                        left.isEmpty() ? IntentOutcome.COMPLETED : IntentOutcome.PARTIAL,
                        left));
            }
        }
    }

    /** A vm that another intent sends here has to leave again, so it is waited for too. */
    private static boolean isWorking(ZoneState state, Evacuation evacuation) {
        IntentId intent = evacuation.intent().intent();
        HostId host = evacuation.intent().host();
        return state.migrations()
                .underWay(one -> one.plan().intent().equals(intent)
                        || one.plan().destination().equals(host))
                .findAny()
                .isPresent();
    }

    /** A blocked vm that went some other way is not left; one that nobody knows the whereabouts of is. */
    private static List<BlockedVm> left(ZoneState state, Evacuation evacuation, List<VmFacts> here) {
        return evacuation.blockedVms().stream()
                .filter(blocked -> here.stream().anyMatch(vm -> vm.vm().equals(blocked.vm()))
                        || state.migrations().needsOperator(evacuation.intent().intent(), blocked.vm()))
                .toList();
    }
}
