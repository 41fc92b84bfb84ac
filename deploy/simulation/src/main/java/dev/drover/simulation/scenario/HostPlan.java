package dev.drover.simulation.scenario;

import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.util.List;

/** A host as it is at first. */
public record HostPlan(String name, int gibibytes, int megabitsPerSecond, List<VmPlan> vms) {
    /** Copies the list. */
    public HostPlan {
        vms = List.copyOf(vms);
    }

    /** Its id. */
    public HostId host() {
        return new HostId(name);
    }

    /** As its agent would describe it. */
    public HostFacts facts() {
        return new HostFacts(
                host(),
                Bytes.gibibytes(gibibytes),
                BitsPerSecond.megabits(megabitsPerSecond),
                new MigrationUri("qemu+tcp://" + name + "/system"),
                vms.stream().map(VmPlan::facts).toList());
    }

    /** The same with other guests. */
    public HostPlan with(List<VmPlan> others) {
        return new HostPlan(name, gibibytes, megabitsPerSecond, others);
    }
}
