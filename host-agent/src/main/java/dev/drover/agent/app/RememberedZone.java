package dev.drover.agent.app;

import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.codec.PlainJson;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A zone's partitions in a file. It is a memory, never the truth: without it the zone table is asked. */
final class RememberedZone {
    private static final Logger LOG = LoggerFactory.getLogger(RememberedZone.class);
    private static final PlainJson<ZoneLayout> JSON = new PlainJson<>(ZoneLayout.class);

    private final Path file;
    private final Path draft;

    RememberedZone(Path folder) {
        this.file = folder.resolve("zone.json");
        this.draft = folder.resolve("zone.json.new");
    }

    /** Remembers it, in place of what was remembered before; where that is impossible the log says so. */
    void keep(ZoneLayout layout) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(draft, JSON.write(layout));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            LOG.warn("could not remember the partitions of zone {} in {}: {}", layout.zone(), file, failed.toString());
        }
    }

    /** What was remembered of this zone; nothing when that was another one or can't be read. */
    Optional<ZoneLayout> recall(ZoneId zone) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return switch (JSON.read(Files.readAllBytes(file))) {
                case Decoding.Decoded<ZoneLayout>(ZoneLayout layout) ->
                    Optional.of(layout).filter(known -> known.zone().equals(zone));
                case Decoding.Undecodable<ZoneLayout>(DecodeError error) -> forgotten(error.explain());
            };
        } catch (IOException failed) {
            return forgotten(failed.toString());
        }
    }

    private Optional<ZoneLayout> forgotten(String why) {
        LOG.warn("{} can't be read, so the zone table must be: {}", file, why);
        return Optional.empty();
    }
}
