package dev.drover.agent.adapter.simulated.physics;

import static dev.drover.agent.adapter.simulated.physics.PreCopy.HANDOVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreCopyTest {
    private static final Bytes GIB = Bytes.gibibytes(1);
    private static final BitsPerSecond RATE = BitsPerSecond.mebibytesPerSecond(64);
    private static final Duration LONG = Duration.ofHours(10);
    private static final Duration DOWNTIME_LIMIT = Conduct.USUAL.downtimeLimit();
    private static final Duration ROUNDING = Duration.ofNanos(100);

    @Test
    void a_guest_that_dirties_nothing_takes_its_memory_over_the_rate_and_stands_still_for_the_handover_alone() {
        PreCopy end = usual(GIB, Workload.IDLE).advance(LONG, RATE);

        assertThat(end.phase()).isEqualTo(new Phase.Done(HANDOVER));
        assertThat(end.elapsed()).isEqualTo(Duration.ofSeconds(16).plus(HANDOVER));
        assertThat(end.sent()).isEqualTo(GIB);
        assertThat(end.pass()).isEqualTo(2);
    }

    @Test
    void each_pass_sends_what_was_dirtied_during_the_one_before() {
        Workload busy = new Workload(Bytes.mebibytes(256), BitsPerSecond.mebibytesPerSecond(32));
        PreCopy first = usual(GIB, busy).advance(Duration.ofSeconds(8), RATE);
        assertThat(first.pass()).isEqualTo(1);
        assertThat(first.remaining()).isEqualTo(Bytes.mebibytes(512));
        assertThat(first.dirtyRate()).isEqualTo(BitsPerSecond.ZERO);

        PreCopy second = first.advance(Duration.ofSeconds(8), RATE);
        Bytes dirtied = busy.dirtiedOver(Duration.ofSeconds(16));
        assertThat(second.pass()).isEqualTo(2);
        assertThat(second.remaining()).isEqualTo(dirtied);
        assertThat(second.dirtyRate()).isEqualTo(new BitsPerSecond(dirtied.value() / 2));
    }

    @Test
    void a_guest_whose_last_pass_takes_a_while_stands_still_for_that_and_the_handover() {
        Workload small = new Workload(Bytes.mebibytes(16), BitsPerSecond.mebibytesPerSecond(1000));
        PreCopy end = usual(GIB, small).advance(LONG, RATE);

        assertThat(end.phase()).isEqualTo(new Phase.Done(Duration.ofMillis(250).plus(HANDOVER)));
        assertThat(end.sent()).isEqualTo(GIB.plus(Bytes.mebibytes(16)));
    }

    @Test
    void a_guest_that_dirties_faster_than_the_rate_over_a_large_hot_set_never_ends() {
        Workload wild = new Workload(Bytes.mebibytes(512), BitsPerSecond.mebibytesPerSecond(128));
        PreCopy later = usual(GIB, wild).advance(LONG, RATE);

        assertThat(later.phase()).isInstanceOf(Phase.Copying.class);
        assertThat(later.elapsed()).isEqualTo(LONG);
        assertThat(later.pass()).isGreaterThan(1000);
    }

    @Test
    void however_fast_it_dirties_a_guest_ends_when_its_hot_set_fits_into_the_downtime() {
        Workload wild = new Workload(Sending.over(DOWNTIME_LIMIT, RATE), BitsPerSecond.mebibytesPerSecond(100_000));
        assertThat(usual(GIB, wild).advance(LONG, RATE).done()).isTrue();
    }

    @Test
    void a_guest_that_did_not_converge_does_once_the_rate_is_raised() {
        Workload wild = new Workload(Bytes.mebibytes(512), BitsPerSecond.mebibytesPerSecond(128));
        PreCopy stuck = usual(GIB, wild).advance(Duration.ofMinutes(10), RATE);
        PreCopy end = stuck.advance(LONG, BitsPerSecond.mebibytesPerSecond(512));
        assertThat(end.done()).isTrue();
        assertThat(end.elapsed()).isLessThan(Duration.ofMinutes(11));
    }

    @Test
    void a_new_rate_holds_at_once() {
        PreCopy half = usual(GIB, Workload.IDLE).advance(Duration.ofSeconds(8), RATE);
        PreCopy end = half.advance(LONG, BitsPerSecond.mebibytesPerSecond(512));
        assertThat(end.elapsed()).isEqualTo(Duration.ofSeconds(9).plus(HANDOVER));
    }

    @Test
    void the_guest_stands_still_in_the_last_pass_and_only_there() {
        PreCopy start = usual(GIB, new Workload(Bytes.mebibytes(16), RATE));
        assertThat(start.advance(Duration.ofMillis(15_990), RATE).phase().guestRunsHere())
                .isTrue();
        assertThat(start.advance(Duration.ofMillis(16_010), RATE).phase().guestRunsHere())
                .isFalse();
        assertThat(start.advance(Duration.ofMillis(16_300), RATE).phase()).isInstanceOf(Phase.Resuming.class);
        assertThat(start.advance(Duration.ofMillis(16_300), RATE).phase().guestRunsThere())
                .isFalse();
        assertThat(start.advance(Duration.ofMillis(16_400), RATE).phase().guestRunsThere())
                .isTrue();
    }

    @Test
    void at_rate_zero_nothing_gets_across_not_even_the_last_step() {
        PreCopy start = usual(GIB, Workload.IDLE);
        assertThat(start.advance(LONG, BitsPerSecond.ZERO).sent()).isEqualTo(Bytes.ZERO);

        PreCopy resuming = start.advance(Duration.ofMillis(16_010), RATE);
        PreCopy held = resuming.advance(Duration.ofSeconds(5), BitsPerSecond.ZERO);
        assertThat(held.done()).isFalse();
        assertThat(held.advance(LONG, RATE).phase()).isEqualTo(new Phase.Done(HANDOVER.plusSeconds(5)));
    }

    @Test
    void what_is_done_stays_as_it_is() {
        PreCopy end = usual(GIB, Workload.IDLE).advance(LONG, RATE);
        assertThat(end.advance(LONG, RATE)).isEqualTo(end);
    }

    static Stream<Random> seeds() {
        return IntStream.range(0, 100).mapToObj(Random::new);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_the_steps_and_rates_sent_and_pass_only_grow_and_no_rate_is_exceeded(Random random) {
        PreCopy now = anyMigration(random);
        for (int step = 0; step < 200; step++) {
            Duration dt = Duration.ofMillis(random.nextLong(1, 2_000));
            BitsPerSecond rate = BitsPerSecond.mebibytesPerSecond(random.nextLong(0, 200));
            PreCopy next = now.advance(dt, rate);
            assertThat(next.sent()).isGreaterThanOrEqualTo(now.sent());
            assertThat(next.sent().minus(now.sent())).isLessThanOrEqualTo(Sending.over(dt, rate));
            assertThat(next.pass()).isGreaterThanOrEqualTo(now.pass());
            assertThat(next.remaining()).isLessThanOrEqualTo(next.memory());
            now = next;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoever_is_done_has_sent_at_least_its_memory_and_kept_to_the_downtime_limit(Random random) {
        PreCopy end = anyMigration(random).advance(LONG, RATE);
        if (end.phase() instanceof Phase.Done done) {
            assertThat(end.sent()).isGreaterThanOrEqualTo(end.memory());
            assertThat(done.blackout())
                    .isBetween(HANDOVER, HANDOVER.plus(DOWNTIME_LIMIT).plus(ROUNDING));
        } else {
            assertThat(end.elapsed()).isEqualTo(LONG);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_lower_rate_never_ends_sooner(Random random) {
        PreCopy start = anyMigration(random);
        List<Duration> times = new ArrayList<>();
        for (long rate = 4; rate <= 1024; rate *= 2) {
            times.add(
                    start.advance(LONG, BitsPerSecond.mebibytesPerSecond(rate)).elapsed());
        }
        assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void it_ends_exactly_when_a_pass_as_long_as_the_downtime_dirties_less_than_the_downtime_can_send(Random random) {
        PreCopy start = anyMigration(random);
        long dirtied = start.workload().dirtiedOver(DOWNTIME_LIMIT).value();
        long sendable = Sending.over(DOWNTIME_LIMIT, RATE).value();
        assumeThat(Math.abs(dirtied - sendable)).as("bytes from the edge").isGreaterThan(sendable / 100);
        assertThat(start.advance(LONG, RATE).done()).isEqualTo(dirtied < sendable);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void many_small_steps_lead_where_one_large_one_does(Random random) {
        PreCopy start = anyMigration(random);
        PreCopy leaping = start.advance(Duration.ofSeconds(20), RATE);
        PreCopy stepping = start;
        for (int step = 0; step < 400; step++) {
            stepping = stepping.advance(Duration.ofMillis(50), RATE);
        }
        assertThat(stepping.pass()).isEqualTo(leaping.pass());
        assertThat(stepping.done()).isEqualTo(leaping.done());
        long aBytePerStep = 400;
        assertThat(Math.abs(stepping.sent().value() - leaping.sent().value())).isLessThanOrEqualTo(aBytePerStep);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void until_the_next_phase_only_amounts_change(Random random) {
        PreCopy now = anyMigration(random);
        for (int step = 0; step < 50 && !now.done(); step++) {
            BitsPerSecond rate = BitsPerSecond.mebibytesPerSecond(random.nextLong(1, 200));
            Duration next = now.untilNextPhase(rate).orElseThrow();
            PreCopy before = now.advance(next.dividedBy(2), rate);
            assertThat(before.pass()).isEqualTo(now.pass());
            assertThat(before.phase()).isEqualTo(now.phase());
            PreCopy after = now.advance(next, rate);
            assertThat(List.of(after.pass(), after.phase())).isNotEqualTo(List.of(now.pass(), now.phase()));
            now = after;
        }
    }

    @Test
    void at_rate_zero_or_when_it_is_done_no_phase_follows() {
        PreCopy start = usual(GIB, Workload.IDLE);
        assertThat(start.untilNextPhase(BitsPerSecond.ZERO)).isEmpty();
        assertThat(start.advance(LONG, RATE).untilNextPhase(RATE)).isEmpty();
    }

    @Test
    void nobody_dirties_more_than_all_memory() {
        Workload cold = new Workload(Bytes.ZERO, BitsPerSecond.ZERO, BitsPerSecond.mebibytesPerSecond(100));
        PreCopy second = usual(GIB, cold).advance(Duration.ofSeconds(16), RATE);
        assertThat(second.pass()).isEqualTo(2);
        assertThat(second.remaining()).isEqualTo(GIB);
    }

    /** Half of the hot sets are small, so that many of these converge and many do not. */
    private static PreCopy anyMigration(Random random) {
        long memory = random.nextLong(1L << 20, 1L << 31);
        long hotSet = random.nextLong(0, random.nextBoolean() ? memory : memory / 64);
        BitsPerSecond dirtyRate = BitsPerSecond.mebibytesPerSecond(random.nextLong(0, 200));
        return usual(new Bytes(memory), new Workload(new Bytes(hotSet), dirtyRate));
    }

    private static PreCopy usual(Bytes memory, Workload workload) {
        return PreCopy.of(memory, workload, Conduct.USUAL);
    }
}
