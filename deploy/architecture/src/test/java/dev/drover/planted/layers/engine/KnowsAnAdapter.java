package dev.drover.planted.layers.engine;

import dev.drover.planted.layers.adapter.Wire;

/** Looks up. */
class KnowsAnAdapter {
    Class<?> seen() {
        return Wire.class;
    }
}
