package dev.drover.planted.layers.adapter;

/** Something at the edge. */
public final class Wire {}
