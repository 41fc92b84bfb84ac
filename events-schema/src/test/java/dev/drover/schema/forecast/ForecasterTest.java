package dev.drover.schema.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ForecasterTest {
    private static final BitsPerSecond GIGABIT = BitsPerSecond.megabits(1000);
    private static final Duration LIMIT = Terms.USUAL_LIMIT;
    private static final Duration OBJECTIVE = Duration.ofSeconds(1);
    private static final Terms PLAIN = Terms.plain(GIGABIT, LIMIT);
    private static final Terms ALL = new Terms(GIGABIT, LIMIT, OBJECTIVE, true, true);

    @Test
    void an_idle_guest_takes_its_memory_over_what_the_wire_leaves_of_the_rate() {
        Forecast forecast = Forecaster.of(idle(Bytes.gibibytes(1)), PLAIN);

        double wire = 4104.0 / 4096 * 1538 / 1448;
        double seconds = (1L << 30) * wire / 125e6;
        assertThat(forecast.verdict()).isEqualTo(new Verdict.Converges());
        assertThat(forecast.sent().value()).isEqualTo(Math.round((1L << 30) * wire));
        assertThat(seconds(forecast.time())).isCloseTo(0.28 + seconds, within(1e-6));
        assertThat(forecast.blackout()).isEqualTo(Forecaster.HANDOVER);
        assertThat(forecast.iterations()).isEqualTo(2);
    }

    @Test
    void zero_pages_cost_next_to_nothing() {
        Bytes size = Bytes.gibibytes(8);
        Forecast empty = Forecaster.of(new GuestMemory(size, size, DirtyModel.IDLE), PLAIN);
        Forecast half = Forecaster.of(new GuestMemory(size, Bytes.gibibytes(4), DirtyModel.IDLE), PLAIN);
        Forecast full = Forecaster.of(idle(size), PLAIN);

        assertThat(empty.sent().value()).isLessThan(full.sent().value() / 400);
        assertThat(half.sent().value() * 2)
                .isBetween(
                        full.sent().value(), full.sent().value() + empty.sent().value() * 2);
    }

    @Test
    void a_hot_set_that_fits_into_the_stop_is_sent_once_more() {
        GuestMemory guest = GuestMemory.used(Bytes.gibibytes(4), hot(16, 1));
        Forecast forecast = Forecaster.of(guest, PLAIN);

        assertThat(forecast.iterations()).isEqualTo(2);
        assertThat(forecast.blackout()).isBetween(Duration.ofMillis(200), Duration.ofMillis(230));
    }

    @Test
    void a_hot_set_that_does_not_takes_the_limit_that_is_named() {
        GuestMemory guest = GuestMemory.used(Bytes.gibibytes(4), hot(64, 0.1));
        Forecast forecast = Forecaster.of(guest, ALL);

        assertThat(forecast.verdict()).isInstanceOf(Verdict.WithLargerDowntime.class);
        Duration limit = ((Verdict.WithLargerDowntime) forecast.verdict()).limit();
        assertThat(limit).isBetween(LIMIT, OBJECTIVE);
        assertThat(Forecaster.of(guest, Terms.plain(GIGABIT, limit)).verdict()).isEqualTo(new Verdict.Converges());
        assertThat(Forecaster.of(guest, Terms.plain(GIGABIT, limit.minusMillis(2)))
                        .verdict())
                .isInstanceOf(Verdict.Cannot.class);
    }

    @Test
    void a_guest_that_writes_faster_than_it_is_sent_is_slowed_down_then_left_early_then_left_alone() {
        GuestMemory guest = GuestMemory.used(Bytes.gibibytes(16), hot(4096, 20));

        assertThat(Forecaster.of(guest, ALL).verdict()).isInstanceOf(Verdict.NeedsAutoConverge.class);
        Forecast postCopy = Forecaster.of(guest, new Terms(GIGABIT, LIMIT, OBJECTIVE, false, true));
        assertThat(postCopy.verdict()).isEqualTo(new Verdict.NeedsPostCopy());
        assertThat(postCopy.blackout()).isEqualTo(Forecaster.HANDOVER);
        Forecast neither = Forecaster.of(guest, new Terms(GIGABIT, LIMIT, OBJECTIVE, false, false));
        assertThat(neither.verdict()).isInstanceOf(Verdict.Cannot.class);
        assertThat(((Verdict.Cannot) neither.verdict()).why()).contains("MiB", "auto-converge", "higher rate");
    }

    @Test
    void nothing_moves_over_no_rate() {
        Verdict verdict = Forecaster.of(idle(Bytes.gibibytes(1)), Terms.plain(BitsPerSecond.ZERO, LIMIT))
                .verdict();

        assertThat(verdict).isEqualTo(new Verdict.Cannot("the path has no rate; give it one"));
    }

    @Test
    void a_limit_beyond_what_was_promised_is_refused() {
        assertThatThrownBy(() -> new Terms(GIGABIT, Duration.ofSeconds(2), OBJECTIVE, true, true))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at most blackoutMost");
    }

    @RepeatedTest(200)
    void whatever_the_guest_the_promise_holds_and_more_rate_is_never_worse(RepetitionInfo run) {
        Random chance = new Random(run.getCurrentRepetition());
        GuestMemory guest = anyGuest(chance);
        BitsPerSecond rate = BitsPerSecond.megabits(100 + chance.nextInt(20_000));
        Terms terms = new Terms(rate, LIMIT, OBJECTIVE, chance.nextBoolean(), chance.nextBoolean());
        Terms faster = new Terms(
                new BitsPerSecond(rate.value() * 2), LIMIT, OBJECTIVE, terms.autoConverge(), terms.postCopy());
        Forecast forecast = Forecaster.of(guest, terms);

        assertThat(Forecaster.of(guest, terms)).isEqualTo(forecast);
        if (!(forecast.verdict() instanceof Verdict.Cannot)) {
            assertThat(forecast.blackout()).isLessThanOrEqualTo(OBJECTIVE.plus(Forecaster.HANDOVER));
            assertThat(forecast.sent().value())
                    .isGreaterThanOrEqualTo(guest.size().minus(guest.zero()).value());
            assertThat(cost(Forecaster.of(guest, faster).verdict())).isLessThanOrEqualTo(cost(forecast.verdict()));
        }
    }

    private static int cost(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Converges converges -> 0;
            case Verdict.WithLargerDowntime longer -> 1;
            case Verdict.NeedsAutoConverge slowed -> 2;
            case Verdict.NeedsPostCopy followed -> 3;
            case Verdict.Cannot cannot -> 4;
        };
    }

    private static GuestMemory anyGuest(Random chance) {
        Bytes size = Bytes.gibibytes(1 + chance.nextInt(64));
        Bytes zero = new Bytes((long) (size.value() * chance.nextDouble()));
        Bytes hot = new Bytes((long) (size.minus(zero).value() * chance.nextDouble() / 2));
        DirtyModel writes = new DirtyModel(
                hot, Duration.ofMillis(1 + chance.nextInt(60_000)), BitsPerSecond.megabits(chance.nextInt(100)));
        return new GuestMemory(size, zero, writes);
    }

    private static GuestMemory idle(Bytes size) {
        return GuestMemory.used(size, DirtyModel.IDLE);
    }

    private static DirtyModel hot(long mebibytes, double withinSeconds) {
        return new DirtyModel(
                Bytes.mebibytes(mebibytes), Duration.ofMillis((long) (withinSeconds * 1000)), BitsPerSecond.ZERO);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
