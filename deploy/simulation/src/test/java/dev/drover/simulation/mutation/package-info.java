/** The simulation as a judge of mutants: docs/mutation.md. */
@NullMarked
package dev.drover.simulation.mutation;

import org.jspecify.annotations.NullMarked;
