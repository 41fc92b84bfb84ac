package dev.drover.bench.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.bench.plan.Instances;
import dev.drover.bench.race.RaceReport.Line;
import dev.drover.bench.race.scene.Noise;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RaceReportTest {
    private static final Noise WILD = new Noise(0.7, 0.2, 3, 0, 300, true);
    private static final int SEEDS = 5;

    @Test
    void a_race_is_the_same_for_the_same_seed() {
        PlanningProblem problem = Instances.read("rack25-100");
        RaceReport first = RaceReport.of(problem, Noise.USUAL, 4);
        assertThat(RaceReport.of(problem, Noise.USUAL, 4)).isEqualTo(first);
        assertThat(RaceReport.of(problem, Noise.USUAL, 5).lines()).isNotEqualTo(first.lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mix-100", "rack25-100", "ucc15-x1"})
    void nobody_ends_before_the_bound(String name) {
        PlanningProblem problem = Instances.read(name);
        for (Noise noise : List.of(Noise.NONE, Noise.USUAL, WILD)) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                assertThat(RaceReport.of(problem, noise, seed).lines()).allMatch(line -> line.ratio() >= 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mix-100", "mix-400", "rack25-100", "ucc15-x1", "ucc15-x4"})
    void drover_ends_near_the_bound_and_sends_little(String name) {
        PlanningProblem problem = Instances.read(name);
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<Line> lines = RaceReport.of(problem, Noise.USUAL, seed).lines();
            Line drover = lines.getFirst();
            assertThat(drover.ratio()).isLessThanOrEqualTo(1.15);
            assertThat(drover.overruns()).isZero();
            assertThat(drover.blackoutMillis().p99()).isLessThanOrEqualTo(380.1);
            assertThat(lines)
                    .allMatch(line -> drover.makespanSeconds() <= 1.01 * line.makespanSeconds())
                    .allMatch(line -> drover.terabytes() <= 1.03 * line.terabytes())
                    .allMatch(line -> line.ratio() <= 1.1 || drover.ratio() - 1 <= (line.ratio() - 1) / 2);
        }
    }
}
