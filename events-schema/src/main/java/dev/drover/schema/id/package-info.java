/**
 * Identities: who and what a record speaks of. Constructors validate; messages name the field.
 *
 * <p>May depend on: the JDK and Jackson's annotations.
 */
@NullMarked
package dev.drover.schema.id;

import org.jspecify.annotations.NullMarked;
