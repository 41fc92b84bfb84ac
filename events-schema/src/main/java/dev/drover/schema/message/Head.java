package dev.drover.schema.message;

import dev.drover.schema.id.Actor;
import dev.drover.schema.id.Check;
import dev.drover.schema.id.CorrelationId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.ZoneId;
import java.time.Instant;
import java.util.Optional;

/**
 * What stands at the head of every message.
 *
 * @param at when, by its author's clock; in the event log by the zone's time, which never runs back
 * @param actor who caused it
 * @param reason why, in the actor's words
 * @param causation the message it answers
 * @param correlation what the whole chain of messages is about
 */
public record Head(
        MessageId id,
        ZoneId zone,
        Instant at,
        Actor actor,
        Optional<String> reason,
        Optional<MessageId> causation,
        Optional<CorrelationId> correlation) {
    /** Throws {@link InvalidValueException} when the reason is not fit to be shown. */
    public Head {
        reason.ifPresent(text -> Check.text("reason", text, 500));
    }
}
