package dev.drover.schema.event;

import dev.drover.schema.id.IntentId;
import java.time.Instant;

/** The deadline has passed with work left. Said once; the work goes on. */
public record IntentOverdue(IntentId intent, Instant deadline) implements IntentEvent {}
