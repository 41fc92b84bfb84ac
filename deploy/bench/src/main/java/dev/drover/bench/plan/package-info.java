/**
 * Instances of planning problems, from files or made up, and what the planner makes of them.
 *
 * <p>May depend on: the planner's pure parts, files, Jackson.
 */
@NullMarked
package dev.drover.bench.plan;

import org.jspecify.annotations.NullMarked;
