package dev.drover.agent.engine;

import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls to the hypervisor by somebody who does not wait. The stages never fail: trouble is an answer too. */
public interface Calls {
    /** A call that should be answered within this time; what is late is trouble, and may yet be done. */
    <T> CompletionStage<Answer<T>> ask(Duration patience, Function<Hypervisor, T> question);

    /**
     * Starts a migration, unless there is a hindrance at the moment at which the hypervisor would be asked; answers when
     * it is over.
     */
    CompletionStage<Answer<JobResult>> migrate(
            MigrationRequest request, Supplier<Optional<JobResult.Failed>> hindrance);

    /** A call that should be done within this time. */
    default CompletionStage<Answer<Done>> tell(Duration patience, Consumer<Hypervisor> order) {
        return ask(patience, hypervisor -> {
            order.accept(hypervisor);
            return Done.DONE;
        });
    }
}
