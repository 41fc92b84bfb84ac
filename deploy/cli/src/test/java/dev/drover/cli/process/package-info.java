/**
 * Processes of a Drover that tests start, hurt and wait for, and where tests leave what they measured.
 *
 * <p>May depend on: the embedded Kafka's child processes.
 */
@NullMarked
package dev.drover.cli.process;

import org.jspecify.annotations.NullMarked;
