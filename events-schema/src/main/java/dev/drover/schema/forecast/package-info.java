/**
 * How long a live migration will take: what a guest writes, what that makes QEMU send again, what the wire adds, and what
 * earlier migrations taught. Pure arithmetic, which the scheduler plans by and an agent steers by; they must agree.
 *
 * <p>May depend on: ids, units.
 */
@NullMarked
package dev.drover.schema.forecast;

import org.jspecify.annotations.NullMarked;
