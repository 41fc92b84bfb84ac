/**
 * The loop around the pure core: read, decide, commit, publish; and the ports through which it reaches the world.
 *
 * <p>May depend on: the domain and the schema.
 */
@NullMarked
package dev.drover.scheduler.engine;

import org.jspecify.annotations.NullMarked;
