/**
 * Simulations from the command line: many seeds at once, one seed again, a failing one made small.
 *
 * <p>May depend on: the simulation, Jackson, picocli, the terminal.
 */
@NullMarked
package dev.drover.cli.simulate;

import org.jspecify.annotations.NullMarked;
