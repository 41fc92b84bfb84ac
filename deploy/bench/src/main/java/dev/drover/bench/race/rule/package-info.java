/**
 * By what rules moves are started and slowed down: Drover's and its peers'.
 *
 * <p>May depend on: the track, the scheduler's planning and shares of links.
 */
@NullMarked
package dev.drover.bench.race.rule;

import org.jspecify.annotations.NullMarked;
