/**
 * The facts of a zone's log, the only truth. {@link dev.drover.schema.event.ZoneEvent} lists them all.
 *
 * <p>May depend on: the other language packages.
 */
@NullMarked
package dev.drover.schema.event;

import org.jspecify.annotations.NullMarked;
