package dev.drover.simulation.agent;

import dev.drover.agent.engine.Answer;
import dev.drover.agent.engine.Calls;
import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.report.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One life's calls to its hypervisor, which may be long in answering. What it was told it does all the same. */
final class SimCalls implements Calls {
    private static final Duration NOT_AT_ONCE = Duration.ofMillis(1);

    private final Site site;
    private final Hypervisor hypervisor;
    private final Consumer<MigrationRequest> whenStarted;
    private final BooleanSupplier over;

    /**
     * Those of one life.
     *
     * @param whenStarted is called when the hypervisor is asked to start a migration
     * @param over says whether this life is
     */
    SimCalls(Site site, Hypervisor hypervisor, Consumer<MigrationRequest> whenStarted, BooleanSupplier over) {
        this.site = site;
        this.hypervisor = hypervisor;
        this.whenStarted = whenStarted;
        this.over = over;
    }

    @Override
    public <T> CompletionStage<Answer<T>> ask(Duration patience, Function<Hypervisor, T> question) {
        CompletableFuture<Answer<T>> answer = new CompletableFuture<>();
        Instant effect = effect();
        boolean late = effect.isAfter(site.time().now().plus(patience));
        if (late) {
            site.machine().in(patience, () -> answer.complete(silence()));
        }
        site.time().at(effect, () -> {
            Answer<T> given = answer(question);
            if (!late) {
                hear(() -> answer.complete(given));
            }
        });
        return answer;
    }

    @Override
    public CompletionStage<Answer<JobResult>> migrate(
            MigrationRequest request, Supplier<Optional<JobResult.Failed>> hindrance) {
        CompletableFuture<Answer<JobResult>> answer = new CompletableFuture<>();
        site.machine()
                .in(
                        site.chance().millis(0, 5),
                        () -> hindrance
                                .get()
                                .ifPresentOrElse(
                                        hindered -> hear(() -> answer.complete(new Answer.Given<>(hindered))),
                                        () -> start(request, answer)));
        return answer;
    }

    private void start(MigrationRequest request, CompletableFuture<Answer<JobResult>> answer) {
        whenStarted.accept(request);
        Consumer<JobResult> call = result -> site.time()
                .in(site.chance().millis(1, 30), () -> hear(() -> answer.complete(new Answer.Given<>(result))));
        site.time().at(effect(), () -> {
            try {
                site.fleet().migrate(site.host(), request, call);
            } catch (HypervisorException lost) {
                hear(() -> answer.complete(trouble(lost)));
            }
        });
    }

    private void hear(Runnable what) {
        if (!over.getAsBoolean()) {
            site.machine().in(NOT_AT_ONCE, what);
        }
    }

    private Instant effect() {
        Instant usual = site.time().now().plus(site.chance().millis(2, 40));
        Instant stuck = site.fleet().answersAt(site.host());
        return stuck.isAfter(usual) ? stuck : usual;
    }

    private <T> Answer<T> answer(Function<Hypervisor, T> question) {
        try {
            return new Answer.Given<>(question.apply(hypervisor));
        } catch (HypervisorException refused) {
            return trouble(refused);
        }
    }

    private static <T> Answer<T> trouble(HypervisorException refused) {
        return new Answer.Trouble<>(refused.kind(), String.valueOf(refused.getMessage()));
    }

    private static <T> Answer<T> silence() {
        return new Answer.Trouble<>(FailureKind.HYPERVISOR_ERROR, "the hypervisor did not answer in time");
    }
}
