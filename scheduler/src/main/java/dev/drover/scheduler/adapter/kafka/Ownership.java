package dev.drover.scheduler.adapter.kafka;

import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.codec.Decoding;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.Message;

/** A partition is one zone's, so what stands in it has to be that zone's too. */
final class Ownership {
    private Ownership() {}

    static <M extends Message> Decoding<M> of(ZoneId zone, M message) {
        ZoneId claimed = message.head().zone();
        return claimed.equals(zone)
                ? new Decoding.Decoded<>(message)
                : new Decoding.Undecodable<>(new DecodeError.InvalidValue(
                        "zone", "is " + claimed + ", but this partition belongs to " + zone));
    }
}
