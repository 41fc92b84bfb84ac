package dev.drover.planted.layers.adapter;

import dev.drover.planted.layers.app.Main;

/** Looks up. */
class KnowsTheApp {
    Class<?> seen() {
        return Main.class;
    }
}
