package dev.drover.bench.predict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.forecast.DirtyModel;
import dev.drover.schema.forecast.GuestMemory;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @Test
    void nothing_is_learned_from_a_migration_before_it_has_ended() {
        List<Migration> history = history(60);
        Map<Double, Prediction> before = byStart(Replay.of(history, LIMIT));
        Migration changed = history.get(30);
        List<Migration> other = new ArrayList<>(history);
        other.set(30, migration(changed.startSeconds().orElseThrow(), 3 * changed.tookSeconds(), "a", "b"));
        Map<Double, Prediction> after = byStart(Replay.of(other, LIMIT));

        before.forEach((start, prediction) -> {
            if (start < changed.endSeconds()) {
                assertThat(after.get(start).calibrated()).isEqualTo(prediction.calibrated());
            }
        });
        assertThat(after.values().stream().map(Prediction::calibrated))
                .isNotEqualTo(before.values().stream().map(Prediction::calibrated));
    }

    @Test
    void what_moves_at_the_start_is_seen_be_it_that_it_starts_in_the_same_second() {
        List<Prediction> predictions = Replay.of(
                List.of(migration(0, 50, "b", "c"), migration(20, 50, "a", "b"), migration(20, 50, "d", "a")), LIMIT);

        assertThat(neighboursOf(predictions, "a > b")).containsExactly(true, true, false);
        assertThat(neighboursOf(predictions, "b > c")).containsExactly(false, false, false);
        assertThat(neighboursOf(predictions, "d > a")).containsExactly(true, false, false);
    }

    @Test
    void what_has_ended_is_no_neighbour() {
        List<Prediction> predictions =
                Replay.of(List.of(migration(0, 20, "b", "c"), migration(20, 50, "a", "b")), LIMIT);

        assertThat(neighboursOf(predictions, "a > b")).containsExactly(false, false, false);
    }

    @Test
    void one_without_a_start_is_forecast_as_it_stands() {
        Migration undated = new Migration(
                Optional.empty(),
                Optional.empty(),
                BitsPerSecond.megabits(500),
                GuestMemory.used(Bytes.gibibytes(2), DirtyModel.IDLE),
                Optional.empty(),
                40);
        List<Migration> all = new ArrayList<>(history(40));
        all.add(undated);

        Prediction prediction = Replay.of(all, LIMIT).stream()
                .filter(one -> one.migration().equals(undated))
                .findFirst()
                .orElseThrow();
        assertThat(prediction.calibrated()).isEqualTo(prediction.bare());
    }

    private static List<Boolean> neighboursOf(List<Prediction> predictions, String path) {
        var neighbours = predictions.stream()
                .filter(prediction -> prediction.migration().path().equals(path))
                .findFirst()
                .orElseThrow()
                .circumstances()
                .neighbours();
        return List.of(neighbours.destinationSends(), neighbours.sourceReceives(), neighbours.destinationReceives());
    }

    private static Map<Double, Prediction> byStart(List<Prediction> predictions) {
        return predictions.stream()
                .collect(Collectors.toMap(
                        prediction -> prediction.migration().startSeconds().orElseThrow(), Function.identity()));
    }

    /** One starts every 30 seconds and takes 50 or so: always about a fifth longer than forecast. */
    private static List<Migration> history(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> migration(at * 30.0, 45 + at % 5, "a", "b"))
                .toList();
    }

    private static Migration migration(double start, double took, String source, String destination) {
        return new Migration(
                Optional.of(source),
                Optional.of(destination),
                BitsPerSecond.megabits(500),
                GuestMemory.used(Bytes.gibibytes(2), DirtyModel.IDLE),
                Optional.of(start),
                took);
    }
}
