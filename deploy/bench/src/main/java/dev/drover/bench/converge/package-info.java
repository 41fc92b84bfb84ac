/**
 * {@code drover bench converge}: the same guests under Drover's rules and its peers'.
 *
 * <p>May depend on: the guest, the drivers, Jackson.
 */
@NullMarked
package dev.drover.bench.converge;

import org.jspecify.annotations.NullMarked;
