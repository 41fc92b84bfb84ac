package dev.drover.schema.event;

import dev.drover.schema.id.IntentId;

/** The zone goes on with a paused intent; {@code by} asked for it. */
public record IntentResumed(IntentId intent, IntentId by) implements IntentEvent {}
