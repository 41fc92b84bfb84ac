package dev.drover.agent.domain.converge;

import static dev.drover.agent.domain.converge.SteeredGuest.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.adapter.simulated.physics.Workload;
import dev.drover.agent.domain.converge.SteeredGuest.End;
import dev.drover.schema.forecast.DirtyModel;
import dev.drover.schema.forecast.Forecaster;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvergenceControllerTest {
    private static final BitsPerSecond RATE = BitsPerSecond.mebibytesPerSecond(100);
    private static final Duration OBJECTIVE = Duration.ofSeconds(1);
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final Bytes MEMORY = Bytes.gibibytes(4);
    private static final Workload NEVER_SETTLES =
            new Workload(Bytes.gibibytes(2), BitsPerSecond.mebibytesPerSecond(150));

    @Test
    void a_guest_that_settles_is_left_alone() {
        Workload calm = new Workload(Bytes.mebibytes(20), BitsPerSecond.mebibytesPerSecond(50));
        End end = run(Consents.ALL_BUT_PAUSE, calm);

        assertThat(end.decisions()).isEmpty();
        assertThat(end.blackout()).isPresent();
    }

    @Test
    void a_hot_set_that_fits_into_the_objective_takes_a_longer_stop_and_nothing_else() {
        Workload small = new Workload(Bytes.mebibytes(60), BitsPerSecond.mebibytesPerSecond(400));
        End end = run(Consents.ALL_BUT_PAUSE, small);

        assertThat(end.did(Decision.RaiseDowntime.class)).isTrue();
        assertThat(end.did(Decision.SlowDown.class)).isFalse();
        assertThat(end.did(Decision.SwitchToPostCopy.class)).isFalse();
        assertThat(end.blackout().orElseThrow()).isBetween(Duration.ofMillis(500), OBJECTIVE);
    }

    @Test
    void with_every_consent_the_levers_come_in_the_order_of_what_they_cost() {
        End end = run(Consents.ALL_BUT_PAUSE, NEVER_SETTLES);

        assertThat(end.decisions())
                .extracting(decision -> (Object) decision.getClass())
                .containsExactly(
                        Decision.AskBandwidth.class, Decision.RaiseDowntime.class, Decision.SwitchToPostCopy.class);
        assertThat(end.blackout()).contains(Forecaster.HANDOVER);
    }

    @Test
    void without_post_copy_the_guest_is_slowed_down_and_gets_there() {
        End end = run(new Consents(true, false, Optional.empty()), NEVER_SETTLES);

        assertThat(end.did(Decision.SlowDown.class)).isTrue();
        assertThat(end.blackout().orElseThrow()).isLessThanOrEqualTo(OBJECTIVE);
    }

    @Test
    void without_consent_it_ends_by_itself_and_untouched() {
        End end = run(Consents.NONE, NEVER_SETTLES);

        assertThat(end.aborted()).isTrue();
        assertThat(end.blackout()).isEmpty();
        assertThat(((Decision.Abort) end.decisions().getLast()).why()).isEqualTo("the deadline is near");
    }

    @Test
    void a_guest_that_may_be_stopped_outright_is_when_nothing_else_is_left() {
        Workload hot = new Workload(Bytes.mebibytes(200), BitsPerSecond.mebibytesPerSecond(2000));
        End end = run(new Consents(false, false, Optional.of(Duration.ofSeconds(10))), hot);

        assertThat(end.decisions().getLast()).isInstanceOf(Decision.Pause.class);
        assertThat(end.blackout().orElseThrow()).isBetween(OBJECTIVE, Duration.ofSeconds(10));
    }

    @Test
    void bandwidth_that_is_given_is_all_it_takes() {
        End end = SteeredGuest.run(
                policy(),
                bounds(Consents.ALL_BUT_PAUSE, 3600),
                MEMORY,
                new Workload(Bytes.gibibytes(2), BitsPerSecond.mebibytesPerSecond(80)),
                second -> second < 45 ? RATE : BitsPerSecond.mebibytesPerSecond(800),
                OptionalInt.empty());

        assertThat(end.did(Decision.SwitchToPostCopy.class)).isFalse();
        assertThat(end.did(Decision.SlowDown.class)).isFalse();
        assertThat(end.blackout().orElseThrow()).isLessThanOrEqualTo(OBJECTIVE);
    }

    @Test
    void one_dip_of_the_rate_changes_nothing_for_the_guest() {
        Workload calm = new Workload(Bytes.mebibytes(600), BitsPerSecond.mebibytesPerSecond(20));
        End end = SteeredGuest.run(
                policy(),
                bounds(Consents.ALL_BUT_PAUSE, 3600),
                MEMORY,
                calm,
                second -> second >= 20 && second < 25 ? BitsPerSecond.mebibytesPerSecond(2) : RATE,
                OptionalInt.empty());

        assertThat(end.decisions()).noneMatch(ConvergenceControllerTest::isFeltByTheGuest);
        assertThat(end.blackout()).isPresent();
    }

    @Test
    void one_that_will_not_settle_is_not_waited_for() {
        End end = run(Consents.ALL_BUT_PAUSE, NEVER_SETTLES);

        Duration onePass = Duration.ofSeconds(41);
        assertThat(end.took()).isLessThan(onePass.multipliedBy(3));
    }

    @Test
    void every_decision_carries_its_figures() {
        for (Decision decision : run(Consents.ALL_BUT_PAUSE, NEVER_SETTLES).decisions()) {
            assertThat(decision.figures().rate()).isEqualTo(RATE);
            assertThat(decision.figures().remaining()).isNotEqualTo(Bytes.ZERO);
            assertThat(decision.figures().toDeadline()).isPositive();
            assertThat(decision.figures().at()).isAfter(START);
        }
        Decision last = run(Consents.ALL_BUT_PAUSE, NEVER_SETTLES).decisions().getLast();
        assertThat(last.figures().left().orElse(FOR_EVER)).isGreaterThan(Duration.ofSeconds(30));
        assertThat(last.figures().dirtyRate()).isNotEqualTo(BitsPerSecond.ZERO);
    }

    @Test
    void a_path_that_is_not_trusted_is_not_given_a_guest_in_two_halves() {
        ConvergenceController controller = new ConvergenceController(policy(), bounds(Consents.ALL_BUT_PAUSE, 3600));
        LadderState state = controller.begin(START, MEMORY, DirtyModel.IDLE);
        for (int second = 1; second <= 300; second++) {
            Evidence evidence = new Evidence(
                    START.plusSeconds(second),
                    1 + second / 40,
                    Bytes.gibibytes(2),
                    RATE,
                    BitsPerSecond.mebibytesPerSecond(150),
                    0,
                    false);
            Step step = controller.next(state, evidence);
            assertThat(step.decision().filter(Decision.SwitchToPostCopy.class::isInstance))
                    .isEmpty();
            state = step.state();
        }
    }

    /** What it decided is kept; what it had seen is lost. */
    @ParameterizedTest
    @ValueSource(ints = {3, 20, 41, 42, 43, 47, 50, 60, 75, 90})
    void after_a_restart_the_ladder_goes_on_where_it_was(int second) {
        Consents slowly = new Consents(true, false, Optional.empty());
        for (Consents consents : List.of(Consents.ALL_BUT_PAUSE, slowly, Consents.NONE)) {
            End end = SteeredGuest.run(
                    policy(), bounds(consents, 600), MEMORY, NEVER_SETTLES, any -> RATE, OptionalInt.of(second));

            assertThat(end.took()).isLessThanOrEqualTo(Duration.ofSeconds(600));
            assertThat(end.aborted()).isEqualTo(consents.equals(Consents.NONE));
            assertThat(count(end, Decision.AskBandwidth.class)).isLessThanOrEqualTo(1);
            assertThat(count(end, Decision.SlowDown.class)).isLessThanOrEqualTo(1);
        }
    }

    private static boolean isFeltByTheGuest(Decision decision) {
        return switch (decision) {
            case Decision.AskBandwidth ask -> false;
            case Decision.RaiseDowntime raise -> false;
            case Decision.SlowDown slow -> true;
            case Decision.SwitchToPostCopy follow -> true;
            case Decision.Pause pause -> true;
            case Decision.Abort abort -> true;
        };
    }

    private static long count(End end, Class<? extends Decision> what) {
        return end.decisions().stream().filter(what::isInstance).count();
    }

    private static End run(Consents consents, Workload workload) {
        return SteeredGuest.run(policy(), bounds(consents, 3600), MEMORY, workload, any -> RATE, OptionalInt.empty());
    }

    private static ConvergencePolicy policy() {
        return ConvergencePolicy.datacenter();
    }

    private static MoveBounds bounds(Consents consents, int deadlineSeconds) {
        return new MoveBounds(OBJECTIVE, START.plusSeconds(deadlineSeconds), consents);
    }
}
