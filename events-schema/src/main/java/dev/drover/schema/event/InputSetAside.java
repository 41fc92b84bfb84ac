package dev.drover.schema.event;

import dev.drover.schema.id.Check;
import java.util.Optional;

/**
 * A record of the inbox that can't be read or dealt with, and why. It is among the dead letters.
 *
 * @param reason for programs
 * @param field the attribute or field that is wrong, where it is one
 * @param why for people
 */
public record InputSetAside(SetAsideReason reason, Optional<String> field, String why) implements ZoneEvent {
    /** Long words are cut. */
    public InputSetAside {
        field = field.map(Check::cut);
        why = Check.cut(why);
    }

    @Override
    public String subject() {
        return "inbox";
    }
}
