package dev.drover.agent.adapter.simulated;

import dev.drover.agent.port.DisksContract;
import dev.drover.agent.port.HypervisorStage;

/** What is promised of disks, held to by the simulated driver. */
class SimulatedDisksTest extends DisksContract {
    @Override
    protected HypervisorStage stage() {
        return new SimulatedStage();
    }
}
