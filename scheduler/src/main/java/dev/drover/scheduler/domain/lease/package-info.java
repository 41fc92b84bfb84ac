/**
 * The rates that migrations may use: what each was told last, and what it has to be charged for until it has said so.
 *
 * <p>May depend on: the schema, PCollections.
 */
@NullMarked
package dev.drover.scheduler.domain.lease;

import org.jspecify.annotations.NullMarked;
