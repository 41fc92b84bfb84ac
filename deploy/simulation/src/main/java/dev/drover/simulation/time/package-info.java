/**
 * Virtual time, machines that live in it, and chance that comes from one seed.
 *
 * <p>May depend on: the JDK.
 */
@NullMarked
package dev.drover.simulation.time;

import org.jspecify.annotations.NullMarked;
