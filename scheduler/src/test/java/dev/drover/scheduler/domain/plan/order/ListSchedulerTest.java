package dev.drover.scheduler.domain.plan.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.plan.place.GivenDestinations;
import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.MvmDurations;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.PrecopyDurations;
import dev.drover.scheduler.domain.plan.problem.Problems;
import dev.drover.scheduler.domain.plan.problem.RandomFleets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListSchedulerTest {
    private static final int FLEETS = 2_000;

    @Test
    void two_moves_into_one_link_run_one_after_the_other() {
        Timetable timetable = inOrder(new Problems()
                .source("a", "r", 1000)
                .source("b", "r", 1000)
                .target("c", "r", 1000)
                .vm("v0", "a", "c", 1000)
                .vm("v1", "b", "c", 1000)
                .problem());

        assertThat(timetable.startMillis(0)).isZero();
        assertThat(timetable.startMillis(1)).isEqualTo(timetable.endMillis(0)).isEqualTo(9000);
    }

    @Test
    void a_move_that_lacks_its_link_does_not_hold_up_one_that_does_not() {
        Timetable timetable = inOrder(new Problems()
                .source("a", "r", 1000)
                .source("b", "r", 1000)
                .target("c", "r", 1000)
                .target("d", "r", 1000)
                .vm("v0", "a", "c", 1000)
                .vm("v1", "a", "d", 1000)
                .vm("v2", "b", "d", 1000)
                .problem());

        assertThat(timetable.startMillis(2)).isZero();
        assertThat(timetable.startMillis(1)).isEqualTo(9000);
    }

    @Test
    void a_move_into_a_full_host_waits_until_another_has_left_it() {
        Timetable timetable = inOrder(new Problems()
                .host("a", "r", 1000, 1, true)
                .host("b", "r", 1000, 1, true)
                .host("c", "r", 1000, 1, true)
                .vm("v0", "a", "b", 1000)
                .vm("v1", "b", "c", 1000)
                .problem());

        assertThat(timetable.startMillis(1)).isZero();
        assertThat(timetable.startMillis(0)).isEqualTo(9000);
    }

    @Test
    void two_that_wait_for_each_others_room_are_left_out() {
        Timetable timetable = inOrder(new Problems()
                .host("a", "r", 1000, 1, true)
                .host("b", "r", 1000, 1, true)
                .vm("v0", "a", "b", 1000)
                .vm("v1", "b", "a", 1000)
                .problem());

        assertThat(timetable.timed()).isZero();
    }

    @Test
    void it_starts_what_the_textbook_starts_which_looks_at_everything_at_every_instant() {
        for (int seed = 0; seed < FLEETS; seed++) {
            DurationModel model = seed % 2 == 0 ? new MvmDurations() : PrecopyDurations.USUAL;
            PlanningProblem problem = RandomFleets.of(seed);
            Moves moves = new Moves(
                    problem, model, GivenDestinations.of(problem, model).legs());
            int[] order = Orders.byDuration(moves);
            Timetable timetable = ListScheduler.run(moves, HostRooms.of(moves), order);
            long[] expected = Textbook.starts(moves, order);
            for (int move = 0; move < moves.count(); move++) {
                assertThat(timetable.has(move) ? timetable.startMillis(move) : Textbook.NEVER)
                        .as("fleet %d, move %d", seed, move)
                        .isEqualTo(expected[move]);
            }
        }
    }

    private static Timetable inOrder(PlanningProblem problem) {
        DurationModel model = new MvmDurations();
        Moves moves =
                new Moves(problem, model, GivenDestinations.of(problem, model).legs());
        int[] order = IntStream.range(0, moves.count()).toArray();
        return ListScheduler.run(moves, HostRooms.of(moves), order);
    }
}
