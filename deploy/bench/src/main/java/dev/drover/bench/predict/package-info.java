/**
 * {@code drover bench predict}: forecasts beside migrations that were measured.
 *
 * <p>May depend on: the schema, Jackson.
 */
@NullMarked
package dev.drover.bench.predict;

import org.jspecify.annotations.NullMarked;
