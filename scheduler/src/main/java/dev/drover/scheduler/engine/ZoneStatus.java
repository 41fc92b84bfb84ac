package dev.drover.scheduler.engine;

import dev.drover.schema.id.ZoneId;
import java.util.Optional;

/**
 * How a node stands with a zone.
 *
 * @param why what went wrong, where something did
 */
public record ZoneStatus(ZoneId zone, ZonePhase phase, Optional<String> why) {}
