package dev.drover.scheduler.engine;

import dev.drover.schema.id.LogPosition;
import dev.drover.schema.message.EventMessage;

/**
 * An event as it stands in the log.
 *
 * @param next the place behind it
 */
public record LoggedEvent(EventMessage event, LogPosition next) {}
