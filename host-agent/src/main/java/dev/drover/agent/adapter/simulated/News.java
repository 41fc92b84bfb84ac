package dev.drover.agent.adapter.simulated;

import dev.drover.agent.port.JobResult;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What happened in the world since it was last asked: how migrations ended, and whose inventory changed. */
record News(SortedMap<VmId, JobResult> ended, SortedSet<HostId> changed) {
    static News none() {
        return new News(new TreeMap<>(), new TreeSet<>());
    }

    void ended(VmId vm, JobResult result) {
        ended.put(vm, result);
    }

    void changed(HostId host) {
        changed.add(host);
    }
}
