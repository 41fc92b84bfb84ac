/**
 * The only place that wires: command line, threads, start and stop.
 *
 * <p>May depend on: everything of the scheduler.
 */
@NullMarked
package dev.drover.scheduler.app;

import org.jspecify.annotations.NullMarked;
