/**
 * Child JVMs that run main classes of our own class path and never outlive their parent.
 *
 * <p>May depend on: the JDK alone.
 */
@NullMarked
package dev.drover.deploy.process;

import org.jspecify.annotations.NullMarked;
