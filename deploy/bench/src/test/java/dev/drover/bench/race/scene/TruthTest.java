package dev.drover.bench.race.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.bench.race.Scenes;
import dev.drover.scheduler.domain.plan.problem.Workload;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import org.junit.jupiter.api.Test;

class TruthTest {
    private static final Workload BUSY = new Workload(1000, 100, 10, 3);
    private static final Noise FAILING = new Noise(0.5, 1, 3, 0, 300, true);

    @Test
    void without_noise_all_is_as_the_instance_says() {
        Truth truth = Scenes.star(2, 1000).vms(1, BUSY, 0, 1).scene(7).truth(0);
        assertThat(truth.failures()).isEmpty();
        assertThat(truth.start().memory()).isEqualTo(new Bytes(1_000_000_000));
        assertThat(truth.start().workload().hotSet()).isEqualTo(new Bytes(100_000_000));
        assertThat(truth.start().workload().dirtyRate()).isEqualTo(BitsPerSecond.megabits(80));
        assertThat(truth.start().workload().coldRate()).isEqualTo(BitsPerSecond.megabits(24));
    }

    @Test
    void the_same_seed_hides_the_same_and_another_seed_something_else() {
        Scenes scenes = Scenes.star(2, 1000).vms(2, BUSY, 0, 1).noise(FAILING);
        assertThat(scenes.scene(1).truth(0)).isEqualTo(scenes.scene(1).truth(0));
        assertThat(scenes.scene(1).truth(0)).isNotEqualTo(scenes.scene(2).truth(0));
        assertThat(scenes.scene(1).truth(0)).isNotEqualTo(scenes.scene(1).truth(1));
    }

    @Test
    void what_is_hidden_of_a_vm_does_not_hang_on_the_others() {
        Scenes alone = Scenes.star(2, 1000).vms(1, BUSY, 0, 1).noise(FAILING);
        Scenes two = Scenes.star(2, 1000).vms(2, BUSY, 0, 1).noise(FAILING);
        assertThat(alone.scene(5).truth(0)).isEqualTo(two.scene(5).truth(0));
    }

    @Test
    void a_vm_fails_no_more_often_than_allowed_and_always_in_its_first_pass() {
        Truth truth =
                Scenes.star(2, 1000).vms(1, BUSY, 0, 1).noise(FAILING).scene(3).truth(0);
        assertThat(truth.failures()).hasSize(3).allMatch(bytes -> bytes.value() < 1_000_000_000);
    }
}
