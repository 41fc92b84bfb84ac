/**
 * Makes failing scenarios small enough to be read.
 *
 * <p>May depend on: the scenario.
 */
@NullMarked
package dev.drover.simulation.shrink;

import org.jspecify.annotations.NullMarked;
