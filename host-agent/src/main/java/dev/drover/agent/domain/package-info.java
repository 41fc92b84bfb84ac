/**
 * What an agent knows and how it judges: commands against what it has already taken, the end of a migration against
 * what is seen of the vm. Pure: time, observations and results come in as arguments.
 *
 * <p>May depend on: the schema, PCollections.
 */
@NullMarked
package dev.drover.agent.domain;

import org.jspecify.annotations.NullMarked;
