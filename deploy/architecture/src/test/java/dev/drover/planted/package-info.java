/**
 * Offenders against the rules of the house, planted to show that each rule finds them.
 *
 * <p>May depend on: whatever the rules forbid.
 */
@NullMarked
package dev.drover.planted;

import org.jspecify.annotations.NullMarked;
