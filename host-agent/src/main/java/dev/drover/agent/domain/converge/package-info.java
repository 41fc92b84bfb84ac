/**
 * How a migration that doesn't get done by itself is helped along: what is seen of it, what may be done about it, and
 * what is done next. Pure: evidence and time come in as arguments, decisions go out as values with their figures.
 *
 * <p>May depend on: the schema.
 */
@NullMarked
package dev.drover.agent.domain.converge;

import org.jspecify.annotations.NullMarked;
