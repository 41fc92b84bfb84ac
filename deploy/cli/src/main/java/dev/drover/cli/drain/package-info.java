/**
 * Draining a host from the command line: asking for it, watching it, saying how it ended.
 *
 * <p>May depend on: the schema, {@code zone} and {@code terminal}.
 */
@NullMarked
package dev.drover.cli.drain;

import org.jspecify.annotations.NullMarked;
