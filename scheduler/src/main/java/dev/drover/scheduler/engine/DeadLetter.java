package dev.drover.scheduler.engine;

import dev.drover.schema.event.InputSetAside;
import dev.drover.schema.id.InboxOffset;

/** An inbox record that could not be read or dealt with, kept with what the log says of it. */
public record DeadLetter(InboxOffset offset, InputSetAside rejection, RawRecord record) {}
