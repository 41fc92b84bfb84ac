package dev.drover.scheduler.engine;

import dev.drover.schema.codec.Decoding;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.message.InboxMessage;

/**
 * What stands at one place of the inbox.
 *
 * @param raw as it was found, for whoever has to look at it when it can't be dealt with
 */
public record InboxRecord(InboxOffset offset, RawRecord raw, Decoding<InboxMessage> content) {}
