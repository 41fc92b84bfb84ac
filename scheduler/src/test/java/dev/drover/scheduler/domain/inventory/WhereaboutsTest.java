package dev.drover.scheduler.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final HostId H1 = new HostId("h1");
    private static final HostId H2 = new HostId("h2");

    @Test
    void a_vm_is_known_where_it_was_named_last_and_nowhere_else() {
        Whereabouts first = Whereabouts.EMPTY.changed(H1, List.of(), vms(1, 2, 3));

        Whereabouts then = first.changed(H1, vms(1, 2, 3), vms(2, 4));

        assertThat(then.of(vm(1))).isEmpty();
        assertThat(then.of(vm(2))).containsExactly(H1);
        assertThat(then.of(vm(3))).isEmpty();
        assertThat(then.of(vm(4))).containsExactly(H1);
    }

    @Test
    void a_vm_on_its_way_is_known_to_both_hosts() {
        Whereabouts both = Whereabouts.EMPTY.changed(H1, List.of(), vms(1)).changed(H2, List.of(), vms(1));

        assertThat(both.of(vm(1))).containsExactly(H1, H2);
        assertThat(both.changed(H1, vms(1), List.of()).of(vm(1))).containsExactly(H2);
    }

    @Test
    void a_vm_that_a_host_names_twice_is_there_once() {
        Whereabouts once = Whereabouts.EMPTY.changed(H1, List.of(), vms(1, 1, 2));

        assertThat(once.changed(H1, vms(1, 1, 2), vms(1, 2))).isEqualTo(once);
        assertThat(once.changed(H1, vms(1, 1, 2), List.of())).isEqualTo(Whereabouts.EMPTY);
    }

    @Test
    void step_by_step_it_comes_to_the_same_as_at_once() {
        SplittableRandom random = new SplittableRandom(1);
        List<VmFacts> before = List.of();
        Whereabouts stepwise = Whereabouts.EMPTY;
        for (int step = 0; step < 500; step++) {
            List<VmFacts> now = vms(
                    IntStream.range(0, 20).filter(vm -> random.nextBoolean()).toArray());
            stepwise = stepwise.changed(H1, before, now);
            before = now;

            assertThat(stepwise).isEqualTo(Whereabouts.EMPTY.changed(H1, List.of(), now));
        }
    }

    private static List<VmFacts> vms(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number ->
                        new VmFacts(vm(number), new VmName("vm-" + number), Bytes.gibibytes(1), VmState.RUNNING))
                .toList();
    }

    private static VmId vm(int number) {
        return new VmId(new UUID(0, number));
    }
}
