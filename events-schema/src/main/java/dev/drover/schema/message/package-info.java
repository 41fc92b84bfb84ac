/**
 * Envelopes: a body together with who said it, when, why and in which order.
 *
 * <p>May depend on: the language packages.
 */
@NullMarked
package dev.drover.schema.message;

import org.jspecify.annotations.NullMarked;
