/**
 * What the log engine is measured with: a fleet that exists in memory only, and a zone's inbox recorded beforehand by
 * running the engine against it. The same seed gives the same records.
 *
 * <p>May depend on: the scheduler's domain and engine, the schema.
 */
@NullMarked
package dev.drover.bench.load;

import org.jspecify.annotations.NullMarked;
