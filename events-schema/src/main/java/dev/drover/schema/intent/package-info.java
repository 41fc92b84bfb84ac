/**
 * What operators ask for. Unknown fields are refused here: a misspelt option must not be ignored.
 *
 * <p>May depend on: ids, units, topology, policy, Jackson's annotations.
 */
@NullMarked
package dev.drover.schema.intent;

import org.jspecify.annotations.NullMarked;
