package dev.drover.schema.sample;

import dev.drover.schema.message.Message;

/**
 * A message, by the name of its type; a further one of the same type carries its variant behind a plus sign.
 *
 * @param name {@code report.vm-observed} or {@code report.vm-observed+unknown}
 */
public record Sample(String name, Message message) {
    /** The part of the name that stands for the type. */
    public String type() {
        return name.split("\\+", 2)[0];
    }

    @Override
    public String toString() {
        return name;
    }
}
