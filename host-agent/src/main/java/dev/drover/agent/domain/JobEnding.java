package dev.drover.agent.domain;

import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.TransferFigures;
import java.util.Optional;

/** How a migration is said to have ended, by whoever can say so. */
public sealed interface JobEnding {
    /** The hypervisor says it worked. */
    record Completed(Optional<TransferFigures> figures) implements JobEnding {}

    /** The hypervisor says it did not work, or it was stopped. */
    record Failed(FailureKind failure, String detail) implements JobEnding {}

    /** Nobody was there to be told. */
    record Unwitnessed() implements JobEnding {}

    /** What is said, for people. */
    default String words() {
        return switch (this) {
            case Completed completed -> "the hypervisor says that the migration completed";
            case Failed failed -> failed.detail();
            case Unwitnessed unwitnessed -> "no migration of it runs any more, and nobody saw how it ended";
        };
    }
}
