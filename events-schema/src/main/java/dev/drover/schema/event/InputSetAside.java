package dev.drover.schema.event;

import dev.drover.schema.id.Check;

/** A record of the inbox that can't be read or dealt with, and why. It is among the dead letters. */
public record InputSetAside(String why) implements ZoneEvent {
    /** Long words are cut. */
    public InputSetAside {
        why = Check.cut(why);
    }

    @Override
    public String subject() {
        return "inbox";
    }
}
