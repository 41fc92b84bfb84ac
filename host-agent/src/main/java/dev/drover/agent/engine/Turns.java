package dev.drover.agent.engine;

import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.report.FailureKind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Work on the hypervisor that is done one after another. What nobody waits for any more goes no further. */
final class Turns {
    private final Outside outside;
    private CompletionStage<?> last = CompletableFuture.completedFuture(Done.DONE);

    Turns(Outside outside) {
        this.outside = outside;
    }

    /** Whose turn it is. */
    static final class Turn {
        private volatile boolean over;

        /** To be asked before each step: a hypervisor may have answered the last one when it was too late. */
        void requireMine() {
            if (over) {
                throw new HypervisorException(
                        FailureKind.HYPERVISOR_ERROR, "it took longer than anybody waits, and goes no further");
            }
        }

        private void end() {
            over = true;
        }
    }

    /** Several steps of work. */
    @FunctionalInterface
    interface Work<T> {
        T on(Hypervisor hypervisor, Turn turn);
    }

    /** After all that was asked for before. */
    <T> CompletionStage<Answer<T>> next(Work<T> work) {
        Turn turn = new Turn();
        CompletionStage<Answer<T>> answer = last.handle((done, failed) -> Done.DONE)
                .thenCompose(free -> outside.calls().ask(outside.pace().call(), hypervisor -> {
                    turn.requireMine();
                    return work.on(hypervisor, turn);
                }));
        last = answer.whenComplete((given, failed) -> turn.end());
        return answer;
    }
}
