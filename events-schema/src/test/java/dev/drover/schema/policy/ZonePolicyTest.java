package dev.drover.schema.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ZonePolicyTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void a_policy_under_which_nothing_could_move_is_refused_by_name() {
        assertRefused(() -> ZonePolicy.standard().withParallel(0), "parallelOut is 0; it must be at least 1");
        assertRefused(() -> counts(1, 0, 1, 1), "parallelIn is 0; it must be at least 1");
        assertRefused(() -> counts(1, 1, 0, 1), "attempts is 0; it must be at least 1");
        assertRefused(() -> counts(1, 1, 1, 0), "questionsBeforeOperator is 0; it must be at least 1");
        assertRefused(() -> ZonePolicy.standard().withLinkShare(0), "linkSharePercent is 0; it must be 1 to 100");
        assertRefused(() -> ZonePolicy.standard().withLinkShare(101), "linkSharePercent is 101; it must be 1 to 100");
        assertRefused(
                () -> new ZonePolicy(
                        1,
                        1,
                        80,
                        BitsPerSecond.ZERO,
                        SECOND,
                        SECOND,
                        SECOND,
                        1,
                        SECOND,
                        SECOND,
                        1,
                        Duration.ZERO,
                        TransferOptions.PLAIN),
                "quantum is 0 bit/s; it must be the driver's smallest rate");
    }

    @Test
    void every_duration_is_at_least_a_millisecond_and_at_most_a_year() {
        List<String> fields = List.of("commandLife", "giveUpAfter", "askAfter", "retryAfter", "askAtMost");
        for (int at = 0; at < fields.size(); at++) {
            String field = fields.get(at);
            int one = at;
            for (Duration wrong : List.of(Duration.ZERO, Duration.ofNanos(999_999), Duration.ofMillis(-5))) {
                assertRefused(
                        () -> durations(one, wrong),
                        field + " is " + wrong + "; it must be at least 1 ms and at most 365 days");
            }
            assertRefused(
                    () -> durations(one, ZonePolicy.LONGEST.plusNanos(1)),
                    field + " is PT8760H0.000000001S; it must be at least 1 ms and at most 365 days");
            assertThat(durations(one, ZonePolicy.LONGEST)).isNotEqualTo(durations(one, SECOND));
        }
    }

    @Test
    void clocks_may_agree_or_differ_but_not_backwards() {
        assertThat(life(SECOND, Duration.ZERO).skew()).isZero();
        assertRefused(
                () -> life(SECOND, Duration.ofMillis(-1)),
                "skew is PT-0.001S; it must be at least 0 ms and at most 365 days");
    }

    @Test
    void a_command_lives_longer_than_clocks_may_be_apart_both_ways() {
        assertThat(life(Duration.ofMillis(2_001), SECOND).commandLife()).hasMillis(2_001);
        assertRefused(
                () -> life(Duration.ofSeconds(2), SECOND),
                "commandLife is PT2S; it must be longer than twice the skew, PT2S: lengthen it, or lower the skew");
    }

    @Test
    void what_is_less_than_a_millisecond_does_not_count() {
        assertThat(life(Duration.ofNanos(5_999_999), Duration.ofNanos(1_999_999)))
                .isEqualTo(life(Duration.ofMillis(5), Duration.ofMillis(1)));
    }

    @Test
    void one_figure_can_be_changed_alone() {
        ZonePolicy standard = ZonePolicy.standard();

        assertThat(standard.withParallel(7).withParallel(2)).isEqualTo(standard);
        assertThat(standard.withLinkShare(7).withLinkShare(80)).isEqualTo(standard);
        assertThat(standard.withParallel(7))
                .extracting(ZonePolicy::parallelIn, ZonePolicy::parallelOut)
                .containsExactly(7, 7);
        assertThat(standard.withLinkShare(7).linkSharePercent()).isEqualTo(7);
        TransferOptions several = TransferOptions.PLAIN.over(4);
        assertThat(standard.withTransfer(several).transfer()).isEqualTo(several);
        assertThat(standard.withTransfer(several).withTransfer(TransferOptions.PLAIN))
                .isEqualTo(standard);
    }

    private static ZonePolicy counts(int out, int in, int attempts, int questions) {
        return policy(out, in, attempts, questions, SECOND, SECOND, SECOND, SECOND, SECOND, Duration.ZERO);
    }

    private static ZonePolicy life(Duration commandLife, Duration skew) {
        return policy(1, 1, 1, 1, commandLife, SECOND, SECOND, SECOND, SECOND, skew);
    }

    /** With one of the durations, in the order of the fields, as given. */
    private static ZonePolicy durations(int one, Duration given) {
        return policy(
                1,
                1,
                1,
                1,
                one == 0 ? given : SECOND,
                one == 1 ? given : SECOND,
                one == 2 ? given : SECOND,
                one == 3 ? given : SECOND,
                one == 4 ? given : SECOND,
                Duration.ZERO);
    }

    private static ZonePolicy policy(
            int out,
            int in,
            int attempts,
            int questions,
            Duration commandLife,
            Duration giveUpAfter,
            Duration askAfter,
            Duration retryAfter,
            Duration askAtMost,
            Duration skew) {
        BitsPerSecond quantum = BitsPerSecond.mebibytesPerSecond(1);
        return new ZonePolicy(
                out,
                in,
                80,
                quantum,
                commandLife,
                giveUpAfter,
                askAfter,
                attempts,
                retryAfter,
                askAtMost,
                questions,
                skew,
                TransferOptions.PLAIN);
    }

    private static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(InvalidValueException.class).hasMessage(words);
    }
}
