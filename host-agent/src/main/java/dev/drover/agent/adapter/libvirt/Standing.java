package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.Sighting;
import dev.drover.schema.inventory.VmState;
import java.util.Optional;

/** How a vm stands on this host: its state and its job, as they were at one moment. */
record Standing(VmState state, JobDirection job) {
    /** Whether it runs and nothing is being done to it. */
    boolean runsUndisturbed() {
        return state == VmState.RUNNING && job == JobDirection.NONE;
    }

    Sighting sighting() {
        return new Sighting(Optional.of(state), job.isMigration());
    }
}
