package dev.drover.agent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockReadingTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final ClockReading REPORTED = new ClockReading(NOON, Duration.ofSeconds(7));

    @Test
    void a_clock_that_goes_as_time_goes_was_not_set() {
        assertThat(after(Duration.ZERO, Duration.ZERO).wasSetSince(REPORTED)).isFalse();
        assertThat(after(Duration.ofDays(400), Duration.ZERO).wasSetSince(REPORTED))
                .isFalse();
    }

    @Test
    void a_clock_that_was_put_back_or_forward_was_set() {
        assertThat(after(Duration.ofSeconds(10), Duration.ofSeconds(-5)).wasSetSince(REPORTED))
                .isTrue();
        assertThat(after(Duration.ofSeconds(10), Duration.ofSeconds(5)).wasSetSince(REPORTED))
                .isTrue();
    }

    @Test
    void a_clock_that_was_put_back_behind_the_last_report_was_set() {
        assertThat(after(Duration.ofMillis(1), Duration.ofHours(-3)).wasSetSince(REPORTED))
                .isTrue();
    }

    @Test
    void a_quarter_of_a_second_is_borne_and_no_more() {
        assertThat(after(Duration.ofSeconds(10), Duration.ofMillis(250)).wasSetSince(REPORTED))
                .isFalse();
        assertThat(after(Duration.ofSeconds(10), Duration.ofMillis(-250)).wasSetSince(REPORTED))
                .isFalse();
        assertThat(after(Duration.ofSeconds(10), Duration.ofMillis(250).plusNanos(1))
                        .wasSetSince(REPORTED))
                .isTrue();
        assertThat(after(Duration.ofSeconds(10), Duration.ofMillis(-250).minusNanos(1))
                        .wasSetSince(REPORTED))
                .isTrue();
    }

    @Test
    void a_clock_that_is_put_right_little_by_little_counts_as_set_once_it_has_come_far_enough() {
        Duration gainedASecond = Duration.ofMillis(-30);
        ClockReading before = REPORTED;
        for (int second = 1; second <= 8; second++) {
            ClockReading now = after(Duration.ofSeconds(second), gainedASecond.multipliedBy(second));
            assertThat(now.wasSetSince(REPORTED)).isFalse();
            assertThat(now.wasSetSince(before)).isFalse();
            before = now;
        }
        assertThat(after(Duration.ofSeconds(9), gainedASecond.multipliedBy(9)).wasSetSince(REPORTED))
                .isTrue();
    }

    @Test
    void a_clock_that_was_wrong_and_is_right_again_is_not_set_against_what_it_said_before_that() {
        ClockReading wrong = after(Duration.ofSeconds(3), Duration.ofSeconds(5));
        ClockReading right = after(Duration.ofSeconds(6), Duration.ZERO);
        assertThat(right.wasSetSince(REPORTED)).isFalse();
        assertThat(right.wasSetSince(wrong)).isTrue();
    }

    private static ClockReading after(Duration passed, Duration set) {
        return new ClockReading(NOON.plus(passed).plus(set), REPORTED.uptime().plus(passed));
    }
}
