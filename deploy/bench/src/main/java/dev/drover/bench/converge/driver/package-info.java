/**
 * Whose rules a guest is moved by: Drover's and its peers', each named with where its rules were read.
 *
 * <p>May depend on: the guest, the agent's convergence rules, the schema.
 */
@NullMarked
package dev.drover.bench.converge.driver;

import org.jspecify.annotations.NullMarked;
