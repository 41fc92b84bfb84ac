/**
 * Pages for people, drawn from the tables that the code follows.
 *
 * <p>May depend on: the domain, the engine's lifecycle.
 */
@NullMarked
package dev.drover.scheduler.domain.page;

import org.jspecify.annotations.NullMarked;
