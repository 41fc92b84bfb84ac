/**
 * What a host is and which vms it holds, as its agent sees them.
 *
 * <p>May depend on: ids, units, Jackson's annotations.
 */
@NullMarked
package dev.drover.schema.inventory;

import org.jspecify.annotations.NullMarked;
