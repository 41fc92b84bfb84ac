/**
 * The rules of the house, as tests over all modules' classes, sources and documents. Each rule is also tried on a
 * planted offender, so that it is known to bite.
 *
 * <p>May depend on: every module, ArchUnit.
 */
@NullMarked
package dev.drover.architecture;

import org.jspecify.annotations.NullMarked;
