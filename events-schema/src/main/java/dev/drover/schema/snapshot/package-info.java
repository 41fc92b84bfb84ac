/**
 * A zone's state as it is put aside now and then, so that its next owner need not read the whole log. A snapshot is a
 * row of chunks and a footer that vouches for them; it lies in a slot, in which a later one replaces it.
 *
 * <p>May depend on: ids, units, the language's other bodies, Jackson's annotations.
 */
@NullMarked
package dev.drover.schema.snapshot;

import org.jspecify.annotations.NullMarked;
