package dev.drover.agent.engine;

import dev.drover.agent.domain.JobEnding;
import dev.drover.agent.port.JobResult;

/** What the hypervisor says about the end of a job, in the words of the domain. */
final class Endings {
    private Endings() {}

    static JobEnding of(Answer<JobResult> answer) {
        return switch (answer) {
            case Answer.Given<JobResult>(JobResult.Completed(var figures)) -> new JobEnding.Completed(figures);
            case Answer.Given<JobResult>(JobResult.Failed(var kind, var detail)) -> new JobEnding.Failed(kind, detail);
            case Answer.Trouble<JobResult>(var kind, var detail) -> new JobEnding.Failed(kind, detail);
        };
    }
}
