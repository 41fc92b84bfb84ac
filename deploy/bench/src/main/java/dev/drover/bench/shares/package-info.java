/**
 * What sharing links costs.
 *
 * <p>May depend on: the scheduler's domain, the bench's results.
 */
@NullMarked
package dev.drover.bench.shares;

import org.jspecify.annotations.NullMarked;
