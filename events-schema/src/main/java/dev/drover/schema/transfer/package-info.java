/**
 * By which means a migration goes.
 *
 * <p>May depend on: ids.
 */
@NullMarked
package dev.drover.schema.transfer;

import org.jspecify.annotations.NullMarked;
