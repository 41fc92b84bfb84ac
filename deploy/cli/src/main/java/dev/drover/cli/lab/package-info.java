/**
 * The lab of real hosts, through its own script.
 *
 * <p>May depend on: the JDK and Jackson.
 */
@NullMarked
package dev.drover.cli.lab;

import org.jspecify.annotations.NullMarked;
