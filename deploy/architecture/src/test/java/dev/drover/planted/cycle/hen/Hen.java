package dev.drover.planted.cycle.hen;

import dev.drover.planted.cycle.egg.Egg;

/** Comes first. */
public record Hen(Egg egg) {}
