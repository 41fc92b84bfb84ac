/**
 * Who may send how fast.
 *
 * <p>May depend on: the schema.
 */
@NullMarked
package dev.drover.scheduler.domain.bandwidth;

import org.jspecify.annotations.NullMarked;
