package dev.drover.planted.purity.domain;

import dev.drover.schema.kafka.Topics;

class KnowsTopics {
    Class<?> seen() {
        return Topics.class;
    }
}
