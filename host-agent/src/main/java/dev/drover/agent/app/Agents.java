package dev.drover.agent.app;

import akka.Done;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Agents that live and end together in one process. */
final class Agents {
    static final int OK = 0;
    static final int FAILED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Agents.class);

    private Agents() {}

    /**
     * Returns the process's exit code when they have been stopped, because that was asked for or because one failed.
     *
     * @param ready is printed once all of them read commands
     */
    static int run(List<AgentRuntime> agents, String ready, PrintStream out, StopSignal stop) {
        all(agents.stream().map(AgentRuntime::reading)).thenRun(() -> {
            out.println(ready);
            out.flush();
        });
        int code = awaitEnd(agents, stop);
        agents.parallelStream().forEach(AgentRuntime::close);
        return code;
    }

    private static int awaitEnd(List<AgentRuntime> agents, StopSignal stop) {
        try {
            CompletableFuture.anyOf(Stream.concat(
                                    Stream.of(stop.asked()), agents.stream().map(AgentRuntime::ended))
                            .map(CompletionStage::toCompletableFuture)
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
            return OK;
        } catch (CompletionException failed) {
            LOG.error("stops, and leaves running migrations to themselves", failed.getCause());
            return FAILED;
        }
    }

    private static CompletionStage<Void> all(Stream<CompletionStage<Done>> stages) {
        return CompletableFuture.allOf(
                stages.map(CompletionStage::toCompletableFuture).toArray(CompletableFuture<?>[]::new));
    }
}
