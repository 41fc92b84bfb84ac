package dev.drover.bench.race.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.drover.bench.race.Scenes;
import dev.drover.scheduler.domain.plan.problem.Network;
import dev.drover.schema.unit.Bytes;
import org.junit.jupiter.api.Test;

class RaceBoundTest {
    private static final double HANDOVER = 0.08;

    @Test
    void one_alone_takes_as_long_as_its_path_allows() {
        RaceBound bound =
                RaceBound.of(Scenes.star(2, 1000).vms(1, Scenes.IDLE, 0, 1).scene(1));
        assertThat(bound.seconds()).isEqualTo(8 + HANDOVER, within(1e-6));
    }

    @Test
    void a_link_has_to_carry_all_that_crosses_it() {
        RaceBound bound = RaceBound.of(Scenes.star(3, 1000)
                .vms(4, Scenes.IDLE, 0, 2)
                .vms(3, Scenes.IDLE, 1, 2)
                .scene(1));
        assertThat(bound.seconds()).isEqualTo(56, within(1e-6));
        assertThat(bound.link()).isEqualTo(Network.down(2));
    }

    @Test
    void failed_attempts_are_a_part_of_it() {
        Scene scene = Scenes.star(2, 1000)
                .vms(1, Scenes.IDLE, 0, 1)
                .noise(new Noise(0, 1, 2, 0, 300, true))
                .scene(1);
        double failed =
                scene.truth(0).failures().stream().mapToLong(Bytes::value).sum();
        assertThat(RaceBound.of(scene).seconds()).isEqualTo(8 + HANDOVER + failed * 8 / 1e9, within(1e-6));
    }
}
