package dev.drover.agent.domain.converge;

import static dev.drover.agent.domain.converge.SteeredGuest.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.adapter.simulated.physics.Workload;
import dev.drover.agent.domain.converge.SteeredGuest.End;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever the guest, the policy, the consents and the moment of a restart: what is promised holds. */
class ConvergencePromisesTest {
    private static final List<ConvergencePolicy> POLICIES =
            List.of(ConvergencePolicy.personal(), ConvergencePolicy.datacenter(), ConvergencePolicy.cloud());

    @RepeatedTest(150)
    void objective_consents_and_deadline_hold(RepetitionInfo run) {
        Random chance = new Random(run.getCurrentRepetition());
        Consents consents = new Consents(
                chance.nextBoolean(),
                chance.nextBoolean(),
                chance.nextInt(4) == 0 ? Optional.of(Duration.ofSeconds(2 + chance.nextInt(20))) : Optional.empty());
        Duration objective = Duration.ofMillis(200 + chance.nextInt(3_000));
        Duration deadline = Duration.ofSeconds(60 + chance.nextInt(1_200));
        MoveBounds bounds = new MoveBounds(objective, START.plus(deadline), consents);
        Bytes memory = Bytes.mebibytes(256 + chance.nextInt(16_384));
        BitsPerSecond rate = BitsPerSecond.mebibytesPerSecond(20 + chance.nextInt(300));
        End end = SteeredGuest.run(
                POLICIES.get(chance.nextInt(POLICIES.size())),
                bounds,
                memory,
                anyWorkload(chance, memory, rate),
                second -> rate,
                chance.nextBoolean() ? OptionalInt.of(1 + chance.nextInt(200)) : OptionalInt.empty());

        assertThat(end.took()).isLessThanOrEqualTo(deadline);
        Duration most =
                consents.pause().filter(any -> end.did(Decision.Pause.class)).orElse(objective);
        assertThat(end.blackout().orElse(Duration.ZERO)).isLessThanOrEqualTo(most);
        assertThat(end.did(Decision.SlowDown.class)).isIn(false, consents.autoConverge());
        assertThat(end.did(Decision.SwitchToPostCopy.class)).isIn(false, consents.postCopy());
        assertThat(end.did(Decision.Pause.class)).isIn(false, consents.pause().isPresent());
        assertThat(end.aborted()).isEqualTo(end.blackout().isEmpty());
        limitsOnlyRise(end);
    }

    private static void limitsOnlyRise(End end) {
        List<Duration> limits = end.decisions().stream()
                .filter(Decision.RaiseDowntime.class::isInstance)
                .map(decision -> ((Decision.RaiseDowntime) decision).limit())
                .toList();
        assertThat(limits).isSorted().doesNotHaveDuplicates();
    }

    private static Workload anyWorkload(Random chance, Bytes memory, BitsPerSecond rate) {
        Bytes hot = new Bytes((long) (memory.value() * Math.pow(chance.nextDouble(), 3)));
        return new Workload(hot, new BitsPerSecond((long) (rate.value() * chance.nextDouble() * 2)));
    }
}
