package dev.drover.agent.domain.converge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConvergencePolicyTest {
    @Test
    void any_figure_may_be_given_for_some_guests_alone() {
        PolicyFigures figures = new PolicyFigures(
                Optional.of(Duration.ofMillis(50)),
                Optional.of(5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(1),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofDays(1)),
                Optional.empty());
        ConvergencePolicy policy = ConvergencePolicy.cloud().with(figures);

        assertThat(policy.firstLimit()).isEqualTo(Duration.ofMillis(50));
        assertThat(policy.confirmations()).isEqualTo(5);
        assertThat(policy.copyingPerBlackout()).isEqualTo(1);
        assertThat(policy.hopeFor()).isEqualTo(Duration.ofDays(1));
        assertThat(policy.margin()).isEqualTo(ConvergencePolicy.cloud().margin());
        assertThat(ConvergencePolicy.personal().with(PolicyFigures.NONE)).isEqualTo(ConvergencePolicy.personal());
    }

    @Test
    void figures_that_mean_nothing_are_refused() {
        PolicyFigures none = new PolicyFigures(
                Optional.empty(),
                Optional.of(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThatThrownBy(() -> ConvergencePolicy.cloud().with(none))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("confirmations");
        assertThatThrownBy(() -> new MoveBounds(Duration.ofMillis(80), Instant.EPOCH, Consents.NONE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("give more");
    }

    @Test
    void a_limit_leaves_room_for_the_handover_and_for_a_dip() {
        MoveBounds bounds = new MoveBounds(Duration.ofMillis(1080), Instant.EPOCH, Consents.NONE);

        assertThat(bounds.longestLimit(20)).isEqualTo(Duration.ofMillis(800));
        assertThat(bounds.longestLimit(0)).isEqualTo(Duration.ofMillis(1000));
    }
}
