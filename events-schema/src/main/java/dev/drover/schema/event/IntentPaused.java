package dev.drover.schema.event;

import dev.drover.schema.id.IntentId;

/** Nothing more is started for the intent until it is resumed; {@code by} asked for it. */
public record IntentPaused(IntentId intent, IntentId by) implements IntentEvent {}
