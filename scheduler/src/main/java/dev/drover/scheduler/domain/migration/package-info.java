/**
 * A migration's life: its phases, the table of legal transitions, what a report means in each phase.
 *
 * <p>May depend on: the schema, PCollections.
 */
@NullMarked
package dev.drover.scheduler.domain.migration;

import org.jspecify.annotations.NullMarked;
