package dev.drover.schema.codec;

import dev.drover.schema.id.Actor;
import dev.drover.schema.id.CorrelationId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.Head;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.v1.CloudEventV1;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.function.Function;

/** A message's head as CloudEvents attributes, and back. */
final class Heads {
    private Heads() {}

    static CloudEventBuilder write(Head head) {
        CloudEventBuilder out = CloudEventBuilder.v1()
                .withId(head.id().value())
                .withSource(URI.create("/zones/" + head.zone().value()))
                .withTime(WireTimes.check(head.at()).atOffset(ZoneOffset.UTC))
                .withExtension(Attributes.ZONE, head.zone().value())
                .withExtension(Attributes.ACTOR, head.actor().value());
        head.reason().ifPresent(reason -> out.withExtension(Attributes.REASON, reason));
        head.causation().ifPresent(id -> out.withExtension(Attributes.CAUSATION, id.value()));
        head.correlation().ifPresent(id -> out.withExtension(Attributes.CORRELATION, id.value()));
        return out;
    }

    static Head read(CloudEvent event) {
        Attributes attributes = new Attributes(event);
        if (event.getTime() == null) {
            throw new UndecodableException(new DecodeError.MissingAttribute(CloudEventV1.TIME));
        }
        try {
            return new Head(
                    new MessageId(event.getId()),
                    attributes.required(Attributes.ZONE, ZoneId::new),
                    WireTimes.check(event.getTime().toInstant()),
                    attributes.required(Attributes.ACTOR, Actor::new),
                    attributes.optional(Attributes.REASON, Function.identity()),
                    attributes.optional(Attributes.CAUSATION, MessageId::new),
                    attributes.optional(Attributes.CORRELATION, CorrelationId::new));
        } catch (InvalidValueException invalid) {
            throw new UndecodableException(new DecodeError.InvalidValue(invalid.field(), invalid.problem()));
        }
    }
}
