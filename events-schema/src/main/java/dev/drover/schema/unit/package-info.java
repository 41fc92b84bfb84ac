/**
 * Quantities with their unit in the type.
 *
 * <p>May depend on: the JDK and Jackson's annotations.
 */
@NullMarked
package dev.drover.schema.unit;

import org.jspecify.annotations.NullMarked;
