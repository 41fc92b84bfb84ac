package dev.drover.agent.adapter.simulated;

import dev.drover.agent.port.HypervisorContract;
import dev.drover.agent.port.HypervisorStage;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class SimulatedHypervisorTest extends HypervisorContract {
    @Override
    protected HypervisorStage stage() {
        return new SimulatedStage();
    }
}
