/**
 * What must hold at every step, a checker each, none of which uses what the production code computed.
 *
 * <p>May depend on: the schema, the scenario, the fleet, what was witnessed.
 */
@NullMarked
package dev.drover.simulation.promise;

import org.jspecify.annotations.NullMarked;
