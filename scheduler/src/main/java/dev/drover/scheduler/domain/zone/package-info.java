/**
 * The core: {@code decide} and {@code evolve} over the state of a zone. Nothing here knows clocks, threads or IO.
 *
 * <p>May depend on: the schema, PCollections and the other domain packages.
 */
@NullMarked
package dev.drover.scheduler.domain.zone;

import org.jspecify.annotations.NullMarked;
