package dev.drover.bench.race;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.drover.bench.race.rule.Rules;
import dev.drover.bench.race.scene.Noise;
import dev.drover.bench.race.scene.RaceBound;
import dev.drover.bench.race.scene.Scene;
import dev.drover.bench.race.track.Result;
import dev.drover.bench.race.track.Track;
import dev.drover.scheduler.domain.plan.place.Leg;
import dev.drover.scheduler.domain.plan.problem.Destinations;
import dev.drover.scheduler.domain.plan.problem.PlannedMove;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.PrecopyDurations;
import dev.drover.scheduler.domain.plan.whole.WholePlan;
import dev.drover.scheduler.domain.plan.whole.WholePlanner;
import dev.drover.schema.id.InvalidValueException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How all did in one race.
 *
 * @param boundSeconds before which nobody could have ended
 */
@JsonPropertyOrder({"instance", "seed", "lower_bound_s", "policies"})
public record RaceReport(
        String instance,
        long seed,
        @JsonProperty("lower_bound_s") double boundSeconds,
        @JsonProperty("policies") List<Line> lines) {
    /** One rule's. */
    @JsonPropertyOrder({
        "policy",
        "makespan_s",
        "ratio",
        "tb_sent",
        "blackout_ms",
        "aborted",
        "bottleneck_use",
        "link_overruns"
    })
    public record Line(
            String policy,
            @JsonProperty("makespan_s") double makespanSeconds,
            double ratio,
            @JsonProperty("tb_sent") double terabytes,
            @JsonProperty("blackout_ms") Blackout blackoutMillis,
            int aborted,
            @JsonProperty("bottleneck_use") Use bottleneckUse,
            @JsonProperty("link_overruns") long overruns) {}

    /** For how long guests stood still. */
    public record Blackout(double p50, double p99, double max) {}

    /** How much of the busiest link was used. */
    public record Use(double mean, double peak) {}

    private static final double BYTES_A_TERABYTE = 1e12;

    /** Copies the list. */
    public RaceReport {
        lines = List.copyOf(lines);
    }

    /** The same for the same seed. Throws {@link InvalidValueException} when nothing can move. */
    public static RaceReport of(PlanningProblem problem, Noise noise, long seed) {
        WholePlan plan = new WholePlanner(problem, PrecopyDurations.USUAL).plan(Destinations.FIXED, seed);
        if (plan.moves().isEmpty()) {
            throw new InvalidValueException("vms", "do not move at all; give one that can a destination of its own");
        }
        Scene scene = new Scene(problem, legs(plan), noise, seed);
        RaceBound bound = RaceBound.of(scene);
        List<Line> lines = Rules.all(scene, inOrder(plan.moves())).stream()
                .map(rule -> line(Track.run(scene, bound, rule), bound))
                .toList();
        return new RaceReport(problem.name(), seed, rounded(bound.seconds()), lines);
    }

    /** For people. */
    public Stream<String> table() {
        String head = String.format(
                Locale.ROOT,
                "%s, seed %d: nobody ends before %.1f s%n%-10s %10s %7s %8s %24s %8s %14s %9s",
                instance,
                seed,
                boundSeconds,
                "policy",
                "makespan s",
                "ratio",
                "TB sent",
                "stop ms p50 / p99 / max",
                "aborted",
                "use mean/peak",
                "overruns");
        return Stream.concat(head.lines(), lines.stream().map(RaceReport::row));
    }

    private static String row(Line line) {
        return String.format(
                Locale.ROOT,
                "%-10s %10.1f %7.3f %8.3f %24s %8d %14s %9d",
                line.policy(),
                line.makespanSeconds(),
                line.ratio(),
                line.terabytes(),
                String.format(
                        Locale.ROOT,
                        "%.0f / %.0f / %.0f",
                        line.blackoutMillis().p50(),
                        line.blackoutMillis().p99(),
                        line.blackoutMillis().max()),
                line.aborted(),
                String.format(
                        Locale.ROOT,
                        "%.3f/%.3f",
                        line.bottleneckUse().mean(),
                        line.bottleneckUse().peak()),
                line.overruns());
    }

    private static List<Leg> legs(WholePlan plan) {
        return plan.moves().stream()
                .map(move -> new Leg(move.vm(), move.destination()))
                .toList();
    }

    private static int[] inOrder(List<PlannedMove> moves) {
        return IntStream.range(0, moves.size())
                .boxed()
                .sorted(Comparator.comparingLong(move -> moves.get(move).startMillis()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Line line(Result result, RaceBound bound) {
        return new Line(
                result.rule(),
                rounded(result.seconds()),
                rounded(result.seconds() / bound.seconds()),
                rounded(result.bytesSent() / BYTES_A_TERABYTE),
                new Blackout(
                        rounded(result.blackoutMillis(50)),
                        rounded(result.blackoutMillis(99)),
                        rounded(result.blackoutMillis(100))),
                result.aborted(),
                new Use(rounded(result.bottleneckMean()), rounded(result.bottleneckPeak())),
                result.overruns());
    }

    /** To four digits after the point. */
    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
