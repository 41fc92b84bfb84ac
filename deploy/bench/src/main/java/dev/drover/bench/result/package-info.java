/**
 * What a benchmark has measured, as data and as text.
 *
 * <p>May depend on: Jackson.
 */
@NullMarked
package dev.drover.bench.result;

import org.jspecify.annotations.NullMarked;
