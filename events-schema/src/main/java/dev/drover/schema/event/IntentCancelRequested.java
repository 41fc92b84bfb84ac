package dev.drover.schema.event;

import dev.drover.schema.id.IntentId;

/** Nothing more is started for the intent, and it ends when what is under way has; {@code by} asked for it. */
public record IntentCancelRequested(IntentId intent, IntentId by) implements IntentEvent {}
