package dev.drover.scheduler.domain.plan;

import dev.drover.schema.id.HostId;
import dev.drover.schema.unit.Bytes;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes the first host, by name, with enough memory left. */
public record FirstFit() implements Placer {
    @Override
    public Optional<HostId> place(Room room, Predicate<HostId> reachable, Bytes memory) {
        return room.free().keySet().stream()
                .filter(host -> room.fits(host, memory) && reachable.test(host))
                .findFirst();
    }
}
