package dev.drover.agent.adapter.akka;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import dev.drover.agent.engine.Answer;
import dev.drover.agent.engine.Calls;
import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.report.FailureKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls to the hypervisor, on threads that may block. */
final class HypervisorCalls implements Calls {
    private final Hypervisor hypervisor;
    private final Executor calls;
    private final Executor migrations;

    HypervisorCalls(Hypervisor hypervisor, ActorSystem<?> system) {
        this.hypervisor = hypervisor;
        this.calls = system.dispatchers().lookup(DispatcherSelector.fromConfig("drover-agent.calls-dispatcher"));
        this.migrations =
                system.dispatchers().lookup(DispatcherSelector.fromConfig("drover-agent.migrations-dispatcher"));
    }

    @Override
    public <T> CompletionStage<Answer<T>> ask(Duration patience, Function<Hypervisor, T> question) {
        return settled(CompletableFuture.supplyAsync(() -> question.apply(hypervisor), calls)
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public CompletionStage<Answer<JobResult>> migrate(
            MigrationRequest request, Supplier<Optional<JobResult.Failed>> hindrance) {
        Supplier<JobResult> unlessHindered =
                () -> hindrance.get().<JobResult>map(failed -> failed).orElseGet(() -> hypervisor.migrate(request));
        return settled(CompletableFuture.supplyAsync(unlessHindered, migrations));
    }

    private static <T> CompletionStage<Answer<T>> settled(CompletableFuture<T> call) {
        return call.<Answer<T>>thenApply(Answer.Given::new).exceptionally(HypervisorCalls::trouble);
    }

    private static <T> Answer<T> trouble(Throwable failed) {
        Throwable cause =
                failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        return switch (cause) {
            case HypervisorException said -> new Answer.Trouble<>(said.kind(), String.valueOf(said.getMessage()));
            case TimeoutException late ->
                new Answer.Trouble<>(FailureKind.HYPERVISOR_ERROR, "the hypervisor did not answer in time");
            case Throwable other -> new Answer.Trouble<>(FailureKind.HYPERVISOR_ERROR, other.toString());
        };
    }
}
