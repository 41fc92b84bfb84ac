/**
 * What the zone knows of its hosts and their vms: the last report of each.
 *
 * <p>May depend on: the schema and PCollections.
 */
@NullMarked
package dev.drover.scheduler.domain.inventory;

import org.jspecify.annotations.NullMarked;
