/**
 * What people see: figures in words, a drain as lines of text, a block that redraws itself.
 *
 * <p>May depend on: the schema, the scheduler's domain, {@code zone}.
 */
@NullMarked
package dev.drover.cli.terminal;

import org.jspecify.annotations.NullMarked;
