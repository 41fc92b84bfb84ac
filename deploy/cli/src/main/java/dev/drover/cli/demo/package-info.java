/**
 * The demonstration: a whole Drover on this machine, a host drained before one's eyes.
 *
 * <p>May depend on: everything of the project.
 */
@NullMarked
package dev.drover.cli.demo;

import org.jspecify.annotations.NullMarked;
