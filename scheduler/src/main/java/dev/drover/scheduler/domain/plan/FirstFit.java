package dev.drover.scheduler.domain.plan;

import dev.drover.schema.id.HostId;
import dev.drover.schema.unit.Bytes;
import java.util.Optional;

/** Takes the first host, by name, with enough memory left. */
public record FirstFit() implements Placer {
    @Override
    public Optional<HostId> place(Room room, HostId source, Bytes memory) {
        return room.free().keySet().stream()
                .filter(host -> !host.equals(source) && room.fits(host, memory))
                .findFirst();
    }
}
