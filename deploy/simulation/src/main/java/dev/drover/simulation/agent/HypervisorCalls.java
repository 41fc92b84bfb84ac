package dev.drover.simulation.agent;

import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.report.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One life's calls to its hypervisor, which may be long in answering. What it was told it does all the same. */
final class HypervisorCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Outside outside;
    private final BooleanSupplier over;

    /** {@code over} says whether this life is. */
    HypervisorCalls(Outside outside, BooleanSupplier over) {
        this.outside = outside;
        this.over = over;
    }

    /** Asks; what {@code call} gives, or what it throws, or that nothing came in time, is the answer. */
    <T> void ask(Supplier<T> call, Consumer<T> answer, Consumer<HypervisorException> trouble) {
        Instant usual = outside.time().now().plus(outside.chance().millis(2, 40));
        Instant stuck = outside.fleet().answersAt(outside.host());
        Instant effect = stuck.isAfter(usual) ? stuck : usual;
        boolean late = effect.isAfter(outside.time().now().plus(PATIENCE));
        if (late) {
            HypervisorException silence =
                    new HypervisorException(FailureKind.HYPERVISOR_ERROR, "the hypervisor did not answer in time");
            outside.machine().in(PATIENCE, () -> trouble.accept(silence));
        }
        outside.time().at(effect, () -> {
            Runnable heard = done(call, answer, trouble);
            if (!late && !over.getAsBoolean()) {
                outside.machine().in(Duration.ofMillis(1), heard);
            }
        });
    }

    /** Tells it to do something. */
    void tell(Runnable call, Runnable done, Consumer<HypervisorException> trouble) {
        ask(
                () -> {
                    call.run();
                    return true;
                },
                unused -> done.run(),
                trouble);
    }

    private static <T> Runnable done(Supplier<T> call, Consumer<T> answer, Consumer<HypervisorException> trouble) {
        try {
            T result = call.get();
            return () -> answer.accept(result);
        } catch (HypervisorException refused) {
            return () -> trouble.accept(refused);
        }
    }
}
