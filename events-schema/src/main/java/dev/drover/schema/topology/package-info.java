/**
 * How the hosts of a zone hang together: racks and what their uplinks carry.
 *
 * <p>May depend on: ids, units, Jackson's annotations.
 */
@NullMarked
package dev.drover.schema.topology;

import org.jspecify.annotations.NullMarked;
