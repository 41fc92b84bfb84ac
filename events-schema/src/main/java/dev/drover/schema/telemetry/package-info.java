/**
 * Soft, frequent figures about running migrations. Never in the log; losing them loses nothing.
 *
 * <p>May depend on: ids, units, Jackson's annotations.
 */
@NullMarked
package dev.drover.schema.telemetry;

import org.jspecify.annotations.NullMarked;
