/**
 * What the scheduler tells an agent to do.
 *
 * <p>May depend on: ids, units, inventory, means of transfer, Jackson's annotations.
 */
@NullMarked
package dev.drover.schema.command;

import org.jspecify.annotations.NullMarked;
