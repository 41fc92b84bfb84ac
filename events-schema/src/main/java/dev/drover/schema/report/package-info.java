/**
 * What agents tell the zone: milestones, in order, each once.
 *
 * <p>May depend on: ids, units, inventory, transfer, Jackson's annotations.
 */
@NullMarked
package dev.drover.schema.report;

import org.jspecify.annotations.NullMarked;
