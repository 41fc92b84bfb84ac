/**
 * What happens in a simulated world, for whoever watches it.
 *
 * <p>May depend on: the schema, the engine's values.
 */
@NullMarked
package dev.drover.simulation.witness;

import org.jspecify.annotations.NullMarked;
