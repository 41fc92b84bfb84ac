package dev.drover.scheduler.domain.walk;

import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.ArrayList;
import java.util.List;

/** A few hosts of different sizes with as many vms as they like, or nearly. */
final class RandomFleet {
    private static final int HOST_GIBIBYTES = 32;

    private RandomFleet() {}

    static List<HostFacts> of(Chance chance) {
        List<HostFacts> hosts = new ArrayList<>();
        int number = 0;
        int count = chance.between(2, 5);
        for (int host = 1; host <= count; host++) {
            List<VmFacts> vms = new ArrayList<>();
            int left = HOST_GIBIBYTES;
            int most = chance.between(0, 6);
            for (int vm = 0; vm < most; vm++) {
                int size = chance.between(1, 8);
                if (size <= left) {
                    left -= size;
                    VmFacts one = Fleet.vm(number++, size, state(chance));
                    vms.add(chance.happens(20) ? Fleet.withDisk(one) : one);
                }
            }
            BitsPerSecond nic = BitsPerSecond.megabits(chance.between(20, 2_000));
            hosts.add(Fleet.host("h" + host, HOST_GIBIBYTES, nic, vms.toArray(VmFacts[]::new)));
        }
        return hosts;
    }

    private static VmState state(Chance chance) {
        if (chance.happens(90)) {
            return VmState.RUNNING;
        }
        return chance.oneOf(List.of(VmState.PAUSED, VmState.SHUT_OFF, VmState.MIGRATED_AWAY));
    }
}
