package dev.drover.agent.adapter.simulated;

import dev.drover.agent.port.JobResult;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A call that waits for a migration to end, or for its connection to go. */
final class PendingCall {
    private final CompletableFuture<Optional<JobResult>> answer;

    PendingCall(CompletableFuture<JobResult> job) {
        this.answer = job.thenApply(Optional::of);
    }

    /** Empty when the connection went first. */
    Optional<JobResult> await() {
        return answer.join();
    }

    void hangUp() {
        answer.complete(Optional.empty());
    }
}
