package dev.drover.schema.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
    private static final Circumstances HERE = on("a>b", Bytes.gibibytes(2));
    private static final Circumstances THERE = on("c>d", Bytes.gibibytes(2));
    private static final double FORECAST_SECONDS = 40;

    @Test
    void it_says_nothing_before_it_has_been_right() {
        Calibration calibration = Calibration.BLANK;
        for (int trial = 0; trial < 7; trial++) {
            calibration = calibration.learning(took(HERE, 1.2));
            assertThat(calibration.factorFor(HERE)).isEqualTo(1);
        }

        assertThat(calibration.learning(took(HERE, 1.2)).factorFor(HERE)).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void what_one_path_taught_is_the_first_guess_on_another_until_that_knows_better() {
        Calibration calibration = taught(Calibration.BLANK, HERE, 20, trial -> 1.2);
        assertThat(calibration.factorFor(THERE)).isCloseTo(1.2, within(1e-9));

        Calibration both = taught(calibration, THERE, 5, trial -> 0.9);
        assertThat(both.factorFor(HERE)).isCloseTo(1.2, within(1e-9));
        assertThat(both.factorFor(THERE)).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void one_that_went_astray_moves_nothing() {
        Calibration calibration = taught(Calibration.BLANK, HERE, 20, trial -> 1.1);

        assertThat(calibration.learning(took(HERE, 9)).factorFor(HERE)).isCloseTo(1.1, within(1e-9));
    }

    @Test
    void it_forgets_what_no_longer_holds() {
        Calibration calibration = taught(Calibration.BLANK, HERE, 200, trial -> 1.5);

        assertThat(taught(calibration, HERE, 60, trial -> 0.8).factorFor(HERE)).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void the_same_observations_give_the_same_factors() {
        IntToDoubleFunction some = trial -> 1 + trial % 7 / 20.0;

        assertThat(taught(Calibration.BLANK, HERE, 50, some).factorFor(THERE))
                .isEqualTo(taught(Calibration.BLANK, HERE, 50, some).factorFor(THERE));
    }

    @Test
    void it_corrects_the_time_and_leaves_the_rest() {
        Forecast bare = Forecaster.of(
                GuestMemory.used(Bytes.gibibytes(2), DirtyModel.IDLE),
                Terms.plain(BitsPerSecond.megabits(1000), Terms.USUAL_LIMIT));
        Forecast corrected = taught(Calibration.BLANK, HERE, 20, trial -> 1.25).correct(bare, HERE);

        assertThat(corrected.time()).isCloseTo(bare.time().multipliedBy(5).dividedBy(4), Duration.ofMillis(1));
        assertThat(corrected.sent()).isEqualTo(bare.sent());
        assertThat(corrected.blackout()).isEqualTo(bare.blackout());
    }

    /** Noise, a habit, habits of the paths, a habit that turns round again and again: all forecast before learned. */
    @ParameterizedTest
    @ValueSource(strings = {"noise", "habit", "paths", "turning", "rare"})
    void on_what_it_has_not_seen_it_is_never_worse_by_more_than_it_takes_to_notice(String history) {
        Random chance = new Random(history.hashCode());
        Calibration calibration = Calibration.BLANK;
        double bare = 0;
        double calibrated = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            Circumstances where = chance.nextBoolean() ? HERE : THERE;
            double ratio = ratio(history, trial, where, chance);
            double factor = calibration.factorFor(where);
            bare += Math.abs(1 - ratio) / ratio;
            calibrated += Math.abs(factor - ratio) / ratio;
            calibration = calibration.learning(took(where, ratio));
        }

        assertThat(calibrated).isLessThanOrEqualTo(bare * 1.02);
    }

    @Test
    void it_remembers_only_so_many_kinds() {
        Calibration calibration = Calibration.BLANK;
        for (int path = 0; path < 1_300; path++) {
            calibration = calibration.learning(took(on("p" + path, Bytes.gibibytes(2)), 1.2));
        }

        assertThat(calibration.kinds()).isLessThanOrEqualTo(2_048);
        assertThat(calibration.factorFor(on("p1299", Bytes.gibibytes(2)))).isCloseTo(1.2, within(1e-9));
    }

    private static double ratio(String history, int trial, Circumstances where, Random chance) {
        double noise = Math.exp(chance.nextGaussian() * 0.08);
        return switch (history) {
            case "noise" -> noise;
            case "habit" -> 1.15 * noise;
            case "paths" -> (where.equals(HERE) ? 1.3 : 0.8) * noise;
            case "turning" -> (trial / 25 % 2 == 0 ? 1.2 : 0.85) * noise;
            case "rare" -> trial % 10 == 0 ? 3 * noise : noise;
            default -> throw new IllegalArgumentException(history);
        };
    }

    private static Calibration taught(
            Calibration from, Circumstances where, int times, IntToDoubleFunction ratioOfTrial) {
        Calibration calibration = from;
        for (int trial = 0; trial < times; trial++) {
            calibration = calibration.learning(took(where, ratioOfTrial.applyAsDouble(trial)));
        }
        return calibration;
    }

    private static Observation took(Circumstances where, double ratio) {
        return new Observation(where, Numbers.duration(FORECAST_SECONDS), Numbers.duration(FORECAST_SECONDS * ratio));
    }

    private static Circumstances on(String path, Bytes memory) {
        return new Circumstances(path, memory, BitsPerSecond.megabits(1000), Neighbours.NONE);
    }
}
