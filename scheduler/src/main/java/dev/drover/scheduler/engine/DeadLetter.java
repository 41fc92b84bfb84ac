package dev.drover.scheduler.engine;

import dev.drover.schema.id.InboxOffset;

/** An inbox record that could not be read or dealt with, kept whole with the reason. */
public record DeadLetter(InboxOffset offset, String why, RawRecord record) {}
