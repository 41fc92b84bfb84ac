package dev.drover.scheduler.domain.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.Sequence;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final Instant DUE = Instant.parse("2026-01-31T12:00:10Z");
    private static final BitsPerSecond FAST = BitsPerSecond.mebibytesPerSecond(800);
    private static final BitsPerSecond SLOW = BitsPerSecond.mebibytesPerSecond(200);
    private static final BitsPerSecond MEDIUM = BitsPerSecond.mebibytesPerSecond(400);
    private static final Lease ACKNOWLEDGED = Lease.first(FAST, command(1), DUE).acknowledged(command(1));

    @Test
    void a_start_is_charged_before_anybody_has_said_that_it_began() {
        Lease first = Lease.first(FAST, command(1), DUE);
        assertThat(first.charged()).isEqualTo(FAST);
        assertThat(first.acknowledged()).isFalse();
    }

    @Test
    void a_decrease_is_charged_at_the_old_rate_until_it_is_acknowledged() {
        Lease slower = ACKNOWLEDGED.granted(SLOW, command(2), DUE);
        assertThat(slower.granted()).isEqualTo(SLOW);
        assertThat(slower.charged()).isEqualTo(FAST);
        assertThat(slower.acknowledged(command(2)).charged()).isEqualTo(SLOW);
    }

    @Test
    void an_increase_is_charged_from_the_grant_on() {
        Lease slow = Lease.first(SLOW, command(1), DUE).acknowledged(command(1));
        assertThat(slow.granted(FAST, command(2), DUE).charged()).isEqualTo(FAST);
    }

    @Test
    void of_all_that_was_told_since_the_last_answer_the_largest_is_charged() {
        Lease told = Lease.first(SLOW, command(1), DUE)
                .acknowledged(command(1))
                .granted(FAST, command(2), DUE)
                .granted(MEDIUM, command(3), DUE);
        assertThat(told.charged()).isEqualTo(FAST);
        assertThat(told.acknowledged(command(3)).charged()).isEqualTo(MEDIUM);
    }

    @Test
    void an_answer_to_an_earlier_command_frees_nothing() {
        Lease told = ACKNOWLEDGED.granted(SLOW, command(2), DUE).granted(MEDIUM, command(3), DUE);
        assertThat(told.acknowledged(command(2))).isEqualTo(told);
    }

    @Test
    void it_is_overdue_from_its_time_on_as_long_as_nobody_has_answered() {
        Lease told = ACKNOWLEDGED.granted(SLOW, command(2), DUE);
        assertThat(told.isOverdue(DUE.minusMillis(1))).isFalse();
        assertThat(told.isOverdue(DUE)).isTrue();
        assertThat(told.acknowledged(command(2)).isOverdue(DUE.plusSeconds(99))).isFalse();
    }

    private static Sequence command(long number) {
        return new Sequence(number);
    }
}
