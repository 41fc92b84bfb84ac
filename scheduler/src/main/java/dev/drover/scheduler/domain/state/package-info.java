/**
 * All a zone knows, by topic, and the only way it changes: the fold of its log.
 *
 * <p>May depend on: the schema, PCollections, the packages of its topics beside it.
 */
@NullMarked
package dev.drover.scheduler.domain.state;

import org.jspecify.annotations.NullMarked;
