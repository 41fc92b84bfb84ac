package dev.drover.schema.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DirtyModelTest {
    private static final DirtyModel STRESS =
            new DirtyModel(Bytes.mebibytes(96), Duration.ofSeconds(2), BitsPerSecond.mebibytesPerSecond(2));

    @Test
    void it_grows_to_the_hot_set_and_slowly_from_there_on() {
        assertThat(STRESS.dirtiedOver(Duration.ofSeconds(1))).isEqualTo(Bytes.mebibytes(48));
        assertThat(STRESS.dirtiedOver(Duration.ofSeconds(2))).isEqualTo(Bytes.mebibytes(96));
        assertThat(STRESS.dirtiedOver(Duration.ofSeconds(12))).isEqualTo(Bytes.mebibytes(116));
    }

    @Test
    void a_guest_denied_half_its_time_takes_twice_as_long() {
        assertThat(STRESS.throttled(50).dirtiedOver(Duration.ofSeconds(2))).isEqualTo(Bytes.mebibytes(48));
        assertThat(STRESS.throttled(0)).isEqualTo(STRESS);
        assertThat(STRESS.throttled(100)).isEqualTo(DirtyModel.IDLE);
    }

    @Test
    void samples_over_several_periods_give_the_model_back() {
        List<DirtySample> samples =
                Stream.of(500, 1000, 10_000, 20_000).map(DirtyModelTest::sample).toList();
        DirtyModel fitted = DirtyFit.of(samples).orElseThrow();

        assertThat(fitted.hotSet().value()).isCloseTo(STRESS.hotSet().value(), within(10L));
        assertThat(fitted.hotWithin()).isCloseTo(STRESS.hotWithin(), Duration.ofMillis(1));
        assertThat(fitted.coldRate()).isEqualTo(STRESS.coldRate());
    }

    @Test
    void one_sample_gives_its_own_rate_and_none_gives_nothing() {
        DirtyModel fitted = DirtyFit.of(List.of(sample(1000))).orElseThrow();

        assertThat(fitted.dirtiedOver(Duration.ofSeconds(1))).isEqualTo(Bytes.mebibytes(48));
        assertThat(DirtyFit.of(List.of())).isEmpty();
        assertThat(DirtyFit.of(List.of(new DirtySample(Duration.ofSeconds(1), Bytes.ZERO)))
                        .orElseThrow()
                        .dirtiedOver(Duration.ofDays(1)))
                .isEqualTo(Bytes.ZERO);
    }

    @Test
    void a_guest_that_only_ever_writes_to_new_pages_goes_on_at_that_rate() {
        List<DirtySample> samples = List.of(
                new DirtySample(Duration.ofSeconds(1), Bytes.mebibytes(10)),
                new DirtySample(Duration.ofSeconds(2), Bytes.mebibytes(20)));
        DirtyModel fitted = DirtyFit.of(samples).orElseThrow();

        assertThat(fitted.dirtiedOver(Duration.ofSeconds(10))).isEqualTo(Bytes.mebibytes(100));
    }

    @Test
    void a_round_that_saw_more_or_less_bends_the_curve_through_what_it_saw() {
        for (int millis : List.of(500, 2000, 9000)) {
            for (int mebibytes : List.of(0, 10, 60, 150, 900)) {
                DirtySample round = new DirtySample(Duration.ofMillis(millis), Bytes.mebibytes(mebibytes));
                long seen = STRESS.seeing(round).dirtiedOver(round.period()).value();
                assertThat(seen).isCloseTo(round.dirtied().value(), within(10L));
            }
        }
    }

    @Test
    void a_round_that_saw_all_of_a_hot_set_does_not_say_how_fast_it_is_written() {
        DirtySample whole = new DirtySample(Duration.ofMinutes(5), Bytes.mebibytes(1200));

        assertThat(STRESS.seeing(whole).dirtiedOver(Duration.ofSeconds(1)).value())
                .isCloseTo(STRESS.dirtiedOver(Duration.ofSeconds(1)).value(), within(100_000L));
        assertThat(DirtyModel.IDLE.seeing(whole).hotWithin()).isEqualTo(whole.period());
    }

    @Test
    void nothing_happens_in_no_time() {
        assertThatThrownBy(() -> new DirtySample(Duration.ZERO, Bytes.ZERO)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new DirtyModel(Bytes.ZERO, Duration.ZERO, BitsPerSecond.ZERO))
                .isInstanceOf(InvalidValueException.class);
    }

    private static DirtySample sample(int millis) {
        Duration period = Duration.ofMillis(millis);
        return new DirtySample(period, STRESS.dirtiedOver(period));
    }
}
