/**
 * What an agent costs its host.
 *
 * <p>May depend on: all of Drover to start it and to load it.
 */
@NullMarked
package dev.drover.cli.cost;

import org.jspecify.annotations.NullMarked;
