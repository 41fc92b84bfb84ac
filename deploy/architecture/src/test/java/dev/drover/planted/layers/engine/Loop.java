package dev.drover.planted.layers.engine;

/** Something in the middle. */
public final class Loop {}
