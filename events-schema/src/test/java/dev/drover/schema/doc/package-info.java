/**
 * What readers of the wire are given to read: a JSON Schema for every type, and the page of all of them. Both are
 * made of the records, their docstrings and their samples.
 *
 * <p>May depend on: the codec, the samples, Jackson, and the JSON Schema generator.
 */
@NullMarked
package dev.drover.schema.doc;

import org.jspecify.annotations.NullMarked;
