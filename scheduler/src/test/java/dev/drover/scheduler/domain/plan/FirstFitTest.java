package dev.drover.scheduler.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.HostId;
import dev.drover.schema.unit.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePMap;

class FirstFitTest {
    private final Placer placer = new FirstFit();

    @Test
    void the_first_host_by_name_with_enough_memory_is_taken() {
        Room room = room(Map.of("h3", 8L, "h2", 8L, "h1", 2L));
        assertThat(placer.place(room, host -> true, Bytes.gibibytes(4))).contains(new HostId("h2"));
    }

    @Test
    void exactly_enough_is_enough() {
        assertThat(placer.place(room(Map.of("h1", 4L)), host -> true, Bytes.gibibytes(4)))
                .contains(new HostId("h1"));
    }

    @Test
    void a_host_that_is_not_reachable_is_never_the_destination() {
        HostId away = new HostId("h1");
        assertThat(placer.place(room(Map.of("h1", 64L)), host -> !host.equals(away), Bytes.gibibytes(4)))
                .isEmpty();
    }

    @Test
    void whatever_the_room_what_is_chosen_fits_and_nothing_before_it_does() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            TreeMap<HostId, Bytes> free = new TreeMap<>();
            for (int host = 0; host < random.nextInt(8); host++) {
                free.put(new HostId("h" + host), Bytes.gibibytes(random.nextInt(32)));
            }
            Room room = new Room(TreePMap.from(free));
            HostId source = new HostId("h" + random.nextInt(8));
            Bytes memory = Bytes.gibibytes(1 + random.nextInt(32));
            Optional<HostId> chosen = placer.place(room, host -> !host.equals(source), memory);
            chosen.ifPresent(host -> assertThat(room.fits(host, memory)).isTrue());
            assertThat(free.keySet().stream()
                            .filter(host -> chosen.isEmpty() || host.compareTo(chosen.get()) < 0)
                            .filter(host -> !host.equals(source)))
                    .noneMatch(host -> room.fits(host, memory));
        }
    }

    private static Room room(Map<String, Long> gibibytes) {
        TreeMap<HostId, Bytes> free = new TreeMap<>();
        gibibytes.forEach((host, count) -> free.put(new HostId(host), Bytes.gibibytes(count)));
        return new Room(TreePMap.from(free));
    }
}
