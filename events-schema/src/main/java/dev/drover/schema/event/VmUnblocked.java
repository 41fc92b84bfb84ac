package dev.drover.schema.event;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;

/** The vm is tried again for this intent, since {@code by} changed what stood against it. */
public record VmUnblocked(IntentId intent, VmId vm, IntentId by) implements IntentEvent {}
