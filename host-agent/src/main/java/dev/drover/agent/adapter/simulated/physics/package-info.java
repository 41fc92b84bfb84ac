/**
 * How live migration behaves: what a guest dirties, what that makes pre-copy send, how network cards are shared. Pure
 * values and functions; how much time passes is an argument.
 *
 * <p>May depend on: the schema's ids and units.
 */
@NullMarked
package dev.drover.agent.adapter.simulated.physics;

import org.jspecify.annotations.NullMarked;
