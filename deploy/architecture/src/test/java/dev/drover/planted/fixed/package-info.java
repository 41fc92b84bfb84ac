/** Marked, unlike the package below it. */
@NullMarked
package dev.drover.planted.fixed;

import org.jspecify.annotations.NullMarked;
