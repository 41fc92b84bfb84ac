package dev.drover.agent.adapter.simulated;

import dev.drover.agent.port.JobResult;
import java.util.Optional;

/** What a host holds of a vm, apart from migrations under way. */
sealed interface Definition {
    /** It lives here. */
    record Resident() implements Definition {}

    /** It went elsewhere. */
    record Left(JobResult.Completed job) implements Definition {}

    /** The migration it left by. */
    default Optional<JobResult.Completed> departure() {
        return switch (this) {
            case Resident resident -> Optional.empty();
            case Left left -> Optional.of(left.job());
        };
    }
}
