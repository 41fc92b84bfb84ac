/** Tests of the command itself: through its main class, as a user calls it. */
@NullMarked
package dev.drover.cli;

import org.jspecify.annotations.NullMarked;
