/**
 * The {@code drover} command.
 *
 * <p>May depend on: everything below.
 */
@NullMarked
package dev.drover.cli;

import org.jspecify.annotations.NullMarked;
