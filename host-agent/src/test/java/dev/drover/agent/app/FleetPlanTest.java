package dev.drover.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.adapter.simulated.SimulatedGuest;
import dev.drover.agent.adapter.simulated.SimulatedHost;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetPlanTest {
    private static final BitsPerSecond NIC = BitsPerSecond.megabits(10_000);

    private final FleetPlan plan = FleetPlan.of(12, 4, 1, NIC);

    @Test
    void the_same_numbers_give_the_same_fleet_and_another_seed_another() {
        assertThat(FleetPlan.of(12, 4, 1, NIC)).isEqualTo(plan);
        assertThat(FleetPlan.of(12, 4, 2, NIC)).isNotEqualTo(plan);
    }

    @Test
    void hosts_and_guests_are_numbered_from_one() {
        assertThat(plan.hosts())
                .extracting(host -> host.host().value())
                .hasSize(12)
                .startsWith("h1", "h2")
                .endsWith("h12");
        List<SimulatedGuest> guests =
                plan.guests().stream().flatMap(List::stream).toList();
        assertThat(guests)
                .extracting(guest -> guest.name().value())
                .hasSize(48)
                .startsWith("vm-1", "vm-2")
                .endsWith("vm-48");
        assertThat(guests)
                .extracting(guest -> guest.vm().toString())
                .doesNotHaveDuplicates()
                .startsWith("6f1b2c3d-0000-4000-8000-000000000001");
    }

    @Test
    void guests_are_of_mixed_size_and_temper() {
        List<SimulatedGuest> guests =
                plan.guests().stream().flatMap(List::stream).toList();
        assertThat(guests)
                .allSatisfy(guest -> assertThat(guest.memory()).isBetween(Bytes.gibibytes(2), Bytes.gibibytes(16)));
        assertThat(guests.stream().map(SimulatedGuest::memory).distinct()).hasSizeGreaterThan(5);
        assertThat(guests).anyMatch(guest -> guest.dirtyRate().value() < NIC.value() / 100);
        assertThat(guests).anyMatch(guest -> guest.dirtyRate().value() > NIC.value() / 10);
        assertThat(guests).allMatch(guest -> guest.dirtyRate().value() < NIC.value() / 2);
    }

    @Test
    void every_hosts_guests_fit_onto_the_others_wherever_there_is_room() {
        for (long seed = 0; seed < 50; seed++) {
            FleetPlan any = FleetPlan.of(3, 5, seed, NIC);
            for (int emptied = 0; emptied < 3; emptied++) {
                assertThat(leftOver(any, emptied))
                        .as("seed %d host %d", seed, emptied)
                        .isZero();
            }
        }
    }

    /** First fit, in whatever order the guests come. */
    private static int leftOver(FleetPlan plan, int emptied) {
        long[] free = new long[plan.hosts().size()];
        for (int i = 0; i < free.length; i++) {
            SimulatedHost host = plan.hosts().get(i);
            free[i] = i == emptied
                    ? 0
                    : host.memory().value() - memoryOf(plan.guests().get(i));
        }
        int left = 0;
        for (SimulatedGuest guest : plan.guests().get(emptied)) {
            left += placed(free, guest.memory().value()) ? 0 : 1;
        }
        return left;
    }

    private static boolean placed(long[] free, long memory) {
        for (int i = 0; i < free.length; i++) {
            if (free[i] >= memory) {
                free[i] -= memory;
                return true;
            }
        }
        return false;
    }

    private static long memoryOf(List<SimulatedGuest> guests) {
        return guests.stream().mapToLong(guest -> guest.memory().value()).sum();
    }
}
