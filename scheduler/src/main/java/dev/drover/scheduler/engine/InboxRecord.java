package dev.drover.scheduler.engine;

import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.message.InboxMessage;
import java.nio.ByteBuffer;

/** What stands at one place of the inbox. */
public sealed interface InboxRecord {
    /** Its place. */
    InboxOffset offset();

    /** A message. */
    record Legible(InboxOffset offset, InboxMessage message) implements InboxRecord {}

    /** Something that nobody can read: it is kept aside with the reason, and the zone goes on. */
    record Illegible(InboxOffset offset, DecodeError error, ByteBuffer value) implements InboxRecord {}
}
