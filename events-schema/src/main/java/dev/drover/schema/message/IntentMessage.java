package dev.drover.schema.message;

import dev.drover.schema.intent.Intent;

/** An operator's wish on its way to the zone. */
public record IntentMessage(Head head, Intent intent) implements InboxMessage {}
