package dev.drover.planted.layers.domain;

import dev.drover.planted.layers.engine.Loop;

/** Looks up. */
class KnowsTheEngine {
    Class<?> seen() {
        return Loop.class;
    }
}
