package dev.drover.planted.layers.stray;

/** Lies in no layer. */
class Nowhere {}
