/**
 * Files that somebody named on the command line.
 *
 * <p>May depend on: Jackson.
 */
@NullMarked
package dev.drover.bench.file;

import org.jspecify.annotations.NullMarked;
