package dev.drover.planted.cycle.egg;

import dev.drover.planted.cycle.hen.Hen;

/** Comes first, too. */
public record Egg(Hen hen) {}
