package dev.drover.scheduler.domain.intent;

import dev.drover.schema.event.IntentEnded.BlockedVm;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.EvacuateHost;
import java.util.List;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * An accepted evacuation. Immutable.
 *
 * @param blocked the vms that can't be moved for it, with the reason
 */
public record Evacuation(EvacuateHost intent, boolean ended, PSortedMap<VmId, String> blocked) {
    /** Just accepted. */
    public static Evacuation of(EvacuateHost intent) {
        return new Evacuation(intent, false, TreePMap.empty());
    }

    /** With one more vm that can't be moved. */
    public Evacuation withBlocked(VmId vm, String why) {
        return new Evacuation(intent, ended, blocked.plus(vm, why));
    }

    /** Over, for good. */
    public Evacuation asEnded() {
        return new Evacuation(intent, true, blocked);
    }

    /** The blocked vms in the order of their ids. */
    public List<BlockedVm> blockedVms() {
        return blocked.entrySet().stream()
                .map(entry -> new BlockedVm(entry.getKey(), entry.getValue()))
                .toList();
    }
}
