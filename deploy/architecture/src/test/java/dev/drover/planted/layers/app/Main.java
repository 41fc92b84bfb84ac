package dev.drover.planted.layers.app;

import dev.drover.planted.layers.engine.Loop;

/** Wires; may see all below. */
public record Main(Loop loop) {}
