/**
 * Real guests that are moved by real processes while something breaks: one fault at a time on a pair of hosts of the
 * lab, many pairs side by side.
 *
 * <p>May depend on: the command's lab and zone packages, the tests' processes.
 */
@NullMarked
package dev.drover.cli.faults;

import org.jspecify.annotations.NullMarked;
