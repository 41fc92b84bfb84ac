package dev.drover.planted.language.event;

import dev.drover.schema.kafka.Topics;

/** A fact that knows where it goes. */
record KnowsKafka() {
    Class<?> seen() {
        return Topics.class;
    }
}
