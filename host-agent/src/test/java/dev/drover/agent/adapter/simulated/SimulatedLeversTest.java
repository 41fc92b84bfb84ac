package dev.drover.agent.adapter.simulated;

import dev.drover.agent.port.HypervisorStage;
import dev.drover.agent.port.LeversContract;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class SimulatedLeversTest extends LeversContract {
    @Override
    protected HypervisorStage stage() {
        return new SimulatedStage();
    }
}
