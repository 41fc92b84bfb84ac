package dev.drover.schema.event;

import dev.drover.schema.id.IntentId;

/** A step in the life of an intent. */
public sealed interface IntentEvent extends ZoneEvent
        permits IntentAccepted,
                IntentRefused,
                IntentPaused,
                IntentResumed,
                IntentCancelRequested,
                IntentOverdue,
                VmBlocked,
                VmUnblocked,
                HostsReleased,
                IntentEnded {
    /** The intent. */
    IntentId intent();

    @Override
    default String subject() {
        return "intents/" + intent().value();
    }
}
