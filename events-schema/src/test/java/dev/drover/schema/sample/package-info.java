/**
 * Every type of the language as it looks in real use, for tests.
 *
 * <p>May depend on: the language packages.
 */
@NullMarked
package dev.drover.schema.sample;

import org.jspecify.annotations.NullMarked;
