package dev.drover.bench.converge.driver;

import dev.drover.agent.domain.converge.ConvergenceController;
import dev.drover.agent.domain.converge.ConvergencePolicy;
import dev.drover.agent.domain.converge.Decision;
import dev.drover.agent.domain.converge.Evidence;
import dev.drover.agent.domain.converge.LadderState;
import dev.drover.agent.domain.converge.MoveBounds;
import dev.drover.agent.domain.converge.Step;
import dev.drover.bench.converge.guest.Act;
import dev.drover.bench.converge.guest.Driver;
import dev.drover.bench.converge.guest.Sight;
import dev.drover.bench.converge.guest.Task;
import dev.drover.schema.forecast.DirtyFit;
import dev.drover.schema.forecast.DirtyModel;
import dev.drover.schema.forecast.DirtySample;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Drover's own: the controller that the agent has, from the beginning of time. It knows of the guest what an agent
 * measures, and when it asks for more bandwidth there is none to be had.
 */
record DroverDriver(ConvergenceController controller, LadderState state) implements Driver {
    private static final double MILLIS_A_SECOND = 1000;
    private static final double BITS_A_BYTE = 8;
    private static final List<Double> SAMPLED_SECONDS = List.of(1.0, 5.0, 20.0);

    static Driver of(Task task, ConvergencePolicy policy) {
        MoveBounds bounds = new MoveBounds(
                duration(task.objectiveSeconds()),
                Instant.EPOCH.plus(duration(task.deadlineSeconds())),
                task.consents());
        ConvergenceController controller = new ConvergenceController(policy, bounds);
        Bytes memory = bytes(task.guest().bytes());
        return new DroverDriver(controller, controller.begin(Instant.EPOCH, memory, measured(task)));
    }

    private static DirtyModel measured(Task task) {
        List<DirtySample> samples = SAMPLED_SECONDS.stream()
                .map(seconds -> new DirtySample(duration(seconds), bytes(task.dirtiedOver(seconds))))
                .toList();
        return DirtyFit.of(samples).orElse(DirtyModel.IDLE);
    }

    @Override
    public List<Act> first() {
        return List.of(new Act.Limit(state.limit().toMillis() / MILLIS_A_SECOND));
    }

    @Override
    public Turn next(Sight sight) {
        Evidence evidence = new Evidence(
                Instant.EPOCH.plus(duration(sight.seconds())),
                sight.round(),
                bytes(sight.remaining()),
                rate(sight.bytesPerSecond()),
                rate(sight.dirtyPerSecond()),
                sight.throttlePercent(),
                true);
        Step step = controller.next(state, evidence);
        List<Act> acts = step.decision().map(DroverDriver::acts).orElse(List.of());
        return new Turn(acts, new DroverDriver(controller, step.state()));
    }

    private static List<Act> acts(Decision decision) {
        return switch (decision) {
            case Decision.AskBandwidth ask -> List.of();
            case Decision.RaiseDowntime raise ->
                List.of(new Act.Limit(raise.limit().toMillis() / MILLIS_A_SECOND));
            case Decision.SlowDown slow -> List.of(new Act.SlowDown());
            case Decision.SwitchToPostCopy follow -> List.of(new Act.PostCopy());
            case Decision.Pause pause -> List.of(new Act.Pause());
            case Decision.Abort abort -> List.of(new Act.Abort());
        };
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private static Bytes bytes(double count) {
        return new Bytes(Math.round(count));
    }

    private static BitsPerSecond rate(double bytesPerSecond) {
        return new BitsPerSecond(Math.round(bytesPerSecond * BITS_A_BYTE));
    }
}
