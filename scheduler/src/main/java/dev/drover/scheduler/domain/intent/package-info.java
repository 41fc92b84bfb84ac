/**
 * The intents of a zone and how far each is.
 *
 * <p>May depend on: the schema and PCollections.
 */
@NullMarked
package dev.drover.scheduler.domain.intent;

import org.jspecify.annotations.NullMarked;
