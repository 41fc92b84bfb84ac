package dev.drover.bench.predict;

import dev.drover.schema.forecast.Calibration;
import dev.drover.schema.forecast.Circumstances;
import dev.drover.schema.forecast.Forecast;
import dev.drover.schema.forecast.Forecaster;
import dev.drover.schema.forecast.Neighbours;
import dev.drover.schema.forecast.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The migrations in the order in which they started, each forecast by what was known at that moment: what had ended by
 * then, and what was moving, be it that it started in the same second. When and how a migration ends is not looked at
 * before it has. One whose start isn't given teaches nothing and is forecast as it stands.
 */
final class Replay {
    private final Duration downtimeLimit;
    private final PriorityQueue<Prediction> moving =
            new PriorityQueue<>(Comparator.comparing(Prediction::migration, Migration.BY_END));
    private final List<Prediction> predictions = new ArrayList<>();
    private Calibration calibration = Calibration.BLANK;

    private Replay(Duration downtimeLimit) {
        this.downtimeLimit = downtimeLimit;
    }

    /** A prediction for each. */
    static List<Prediction> of(List<Migration> migrations, Duration downtimeLimit) {
        Replay replay = new Replay(downtimeLimit);
        migrations.stream()
                .filter(migration -> migration.startSeconds().isEmpty())
                .forEach(migration -> replay.predictions.add(replay.predict(migration, Neighbours.NONE)));
        byStart(migrations).forEach(replay::start);
        return List.copyOf(replay.predictions);
    }

    private static SortedMap<Double, List<Migration>> byStart(List<Migration> migrations) {
        return migrations.stream()
                .filter(migration -> migration.startSeconds().isPresent())
                .collect(Collectors.groupingBy(
                        migration -> migration.startSeconds().orElseThrow(), TreeMap::new, Collectors.toList()));
    }

    private void start(double seconds, List<Migration> together) {
        while (!moving.isEmpty() && moving.peek().migration().endSeconds() <= seconds) {
            calibration = calibration.learning(moving.remove().observation());
        }
        List<Migration> company = Stream.concat(moving.stream().map(Prediction::migration), together.stream())
                .toList();
        List<Prediction> started = together.stream()
                .map(migration -> predict(migration, neighbours(migration, company)))
                .toList();
        moving.addAll(started);
        predictions.addAll(started);
    }

    private Prediction predict(Migration migration, Neighbours neighbours) {
        Circumstances circumstances =
                new Circumstances(migration.path(), migration.guest().size(), migration.rate(), neighbours);
        Forecast bare = Forecaster.of(migration.guest(), Terms.plain(migration.rate(), downtimeLimit));
        return new Prediction(migration, circumstances, bare, calibration.correct(bare, circumstances));
    }

    private static Neighbours neighbours(Migration one, List<Migration> company) {
        List<Migration> others = new ArrayList<>(company);
        others.remove(one);
        return new Neighbours(
                others.stream().anyMatch(other -> same(other.source(), one.destination())),
                others.stream().anyMatch(other -> same(other.destination(), one.source())),
                others.stream().anyMatch(other -> same(other.destination(), one.destination())));
    }

    /** Hosts that aren't named are not the same. */
    private static boolean same(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }
}
