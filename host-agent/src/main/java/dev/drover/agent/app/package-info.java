/**
 * The programs: options in, agents wired and run. The only place that knows all the others.
 *
 * <p>May depend on: everything in the agent, picocli.
 */
@NullMarked
package dev.drover.agent.app;

import org.jspecify.annotations.NullMarked;
