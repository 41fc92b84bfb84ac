package dev.drover.agent.adapter.akka;

import akka.Done;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import dev.drover.agent.domain.OpenAttempt;
import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.report.FailureKind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** Calls to the hypervisor, on threads that may block. The stages never fail: trouble is an answer too. */
final class HypervisorCalls {
    private final Outside outside;
    private final Executor calls;
    private final Executor migrations;

    HypervisorCalls(Outside outside, ActorSystem<?> system) {
        this.outside = outside;
        this.calls = system.dispatchers().lookup(DispatcherSelector.fromConfig("drover-agent.calls-dispatcher"));
        this.migrations =
                system.dispatchers().lookup(DispatcherSelector.fromConfig("drover-agent.migrations-dispatcher"));
    }

    /** A call that should answer soon. */
    <T> CompletionStage<Answer<T>> ask(Function<Hypervisor, T> question) {
        return within(outside.pace().call(), question);
    }

    /** A call that should be done soon. */
    CompletionStage<Answer<Done>> tell(Consumer<Hypervisor> order) {
        return done(outside.pace().call(), order);
    }

    /** Stops a vm's job, which may take a while. */
    CompletionStage<Answer<Done>> abort(OpenAttempt attempt) {
        return done(outside.pace().abort(), hypervisor -> hypervisor.abort(attempt.vm()));
    }

    /**
     * Starts the attempt, unless its command expired or it was called off while it waited for a thread; answers when it
     * is over.
     */
    CompletionStage<Answer<JobResult>> migrate(OpenAttempt attempt, BooleanSupplier calledOff) {
        return settled(CompletableFuture.supplyAsync(() -> migrated(attempt, calledOff), migrations));
    }

    private JobResult migrated(OpenAttempt attempt, BooleanSupplier calledOff) {
        if (calledOff.getAsBoolean()) {
            return new JobResult.Failed(FailureKind.ABORTED, "it was stopped before it could be started");
        }
        if (isTooLate(attempt)) {
            return new JobResult.Failed(
                    FailureKind.OUT_OF_TIME,
                    "the command expired at " + attempt.expiresAt() + " before it could be started");
        }
        return outside.hypervisor()
                .migrate(new MigrationRequest(attempt.vm(), attempt.destinationUri(), attempt.rate()));
    }

    private boolean isTooLate(OpenAttempt attempt) {
        return outside.clock()
                .instant()
                .isAfter(attempt.expiresAt().minus(outside.pace().skew()));
    }

    private CompletionStage<Answer<Done>> done(Duration limit, Consumer<Hypervisor> order) {
        return within(limit, hypervisor -> {
            order.accept(hypervisor);
            return Done.getInstance();
        });
    }

    private <T> CompletionStage<Answer<T>> within(Duration limit, Function<Hypervisor, T> question) {
        return settled(CompletableFuture.supplyAsync(() -> question.apply(outside.hypervisor()), calls)
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS));
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
