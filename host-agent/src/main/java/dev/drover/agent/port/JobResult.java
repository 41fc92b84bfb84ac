package dev.drover.agent.port;

import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.TransferFigures;
import java.util.Optional;

/** How the hypervisor says a migration ended. What is true of the vm is for {@link Hypervisor#observe} to say. */
public sealed interface JobResult {
    /** It says it worked. */
    record Completed(Optional<TransferFigures> figures) implements JobResult {}

    /** It says it did not, in these words. */
    record Failed(FailureKind kind, String detail) implements JobResult {}
}
