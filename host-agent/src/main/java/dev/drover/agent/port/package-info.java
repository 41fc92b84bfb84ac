/**
 * What the agent needs from the world around it: a hypervisor, commands, somewhere to report to.
 *
 * <p>May depend on: the schema and the agent's domain.
 */
@NullMarked
package dev.drover.agent.port;

import org.jspecify.annotations.NullMarked;
